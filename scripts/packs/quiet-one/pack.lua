pack "The quiet one" {
  id = "quiet-one", version = "1.0.0", language = "en",
  licence = "CC-BY-4.0",
  scenarios = { "quiet-one" },
}
