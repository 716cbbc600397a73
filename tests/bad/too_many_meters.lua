scenario "Many" {}
sam = customer "Sam" {}
for i = 1, 256 do
  meter ("m" .. i) { low = "low" }
end
meter "one_more" { low = "low" }                              --> E002 256
moment "start"
  you "Hello" { go = "done" }
outcome "done" { title = "Over" }
