```lua
scenario "A talk" { minutes = 1 }
-- --> 1 E001 Delete this line
-- --> 8 E001 Delete this line
moment "start"
  you "Yes." { go = "kept" }
outcome "kept" { title = "Kept" }
```
