-- Nothing here says that it is a scenario.
local q = {}
q.title = "A - B"
q.rows = {
  { "# one", "## two" }   --> E001 comma
  { "title: x", "- id: y" },
}
return q
