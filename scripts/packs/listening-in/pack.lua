pack "Listening in" {
  id = "listening-in", version = "1.0.0", language = "en",
  licence = "CC-BY-4.0",
  scenarios = { "listening-in" },
}
