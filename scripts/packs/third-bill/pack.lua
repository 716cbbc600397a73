pack "The third bill" {
  id = "third-bill", version = "1.0.0", language = "en",
  licence = "CC-BY-4.0",
  scenarios = { "third-bill" },
}
