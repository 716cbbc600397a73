pack "Mine" {
  id = "My Pack",                 --> E105 Write id = "my-pack"
  title = "Mine",                 --> E104 before the braces: pack "Mine"
  scenarios = { talk = "Talk" },  --> E105 scenarios = { "first-call" }
}
