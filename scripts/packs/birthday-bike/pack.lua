pack "The birthday bike" {
  id = "birthday-bike", version = "1.0.0", language = "en",
  licence = "CC-BY-4.0",
  scenarios = { "birthday-bike" },
}
