scenario("A talk")
sam = customer("Sam")
meter("calm", 50)                     --> E105 Write meter "calm" { start = 50 }
flag("called", "You called")
moment("start", function()            --> E105 without `function` and `end`
  sam("Hello.")
end)
outcome("kept", "A good end")         --> E105 Write outcome "kept" { title = "A good end" }
outcome("lost", "A bad end")          --> E105 title = "A bad end"
