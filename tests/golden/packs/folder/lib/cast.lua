-- Runs once in a scenario, with what the first `use` gave it.
sam = customer "Sam" {}
local words = given.greeting or "Nothing was given."
function greet() sam(words) end
