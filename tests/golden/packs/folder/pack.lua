pack "A folder" {
  id = "a-folder", version = "1.2.3-rc.1+5", language = "en", licence = "CC-BY-4.0",
  authors = { "One", "Two" },
  scenarios = { "second", "first" },
}
