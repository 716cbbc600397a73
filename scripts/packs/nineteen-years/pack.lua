pack "Nineteen years" {
  id = "nineteen-years", version = "1.0.0", language = "en",
  licence = "CC-BY-4.0",
  scenarios = { "nineteen-years" },
}
