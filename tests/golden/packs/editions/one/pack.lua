pack "Editions" { id = "editions", version = "1.0.0", language = "en", scenarios = { "tea", "old" } }
