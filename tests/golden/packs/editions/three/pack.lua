pack "Editions" { id = "editions", version = "2.0.0", language = "en", scenarios = { "tea" } }
