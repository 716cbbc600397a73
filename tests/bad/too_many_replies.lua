scenario "Many" {}
sam = customer "Sam" {}
moment "start"
  for i = 1, 64 do
    you ("Reply " .. i) { go = "done" }
  end
  you "One too many" { go = "done" }                          --> E002 64
outcome "done" { title = "Over" }
