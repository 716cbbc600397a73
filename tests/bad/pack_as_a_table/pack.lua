pack = { id = "mine", scenarios = { "talk" } }   --> E103 Write pack "Title"
