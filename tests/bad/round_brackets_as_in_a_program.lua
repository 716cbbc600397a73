scenario("A talk")
sam = customer("Sam")
meter("calm", 50)                     --> E105 Write meter "calm" { start = 50 }
flag("called", "You called")
flag("told", false)                   --> E105 and this is false
moment("start", function()            --> E105 without `function` and `end`
  sam("Hello.")
end)
moment "next"
  sam("Well?", "angry")               --> E105 and this is a text
  sam("So?", { when = "calm > 10" })
  you("Yes.", "kept")                 --> E105 Write you "Yes." { go = "kept" }
outcome("kept", "A good end")         --> E105 Write outcome "kept" { title = "A good end" }
outcome("lost", "A bad end")          --> E105 title = "A bad end"
