pack "Keys" { id = "keys", version = "1.0.0", scenarios = { "talk" } }
