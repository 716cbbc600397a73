pack "P" { id = "p", version = "1.0.0", scenarios = {
  "call.lua",   --> E101 without .lua
  "calls",   --> E101 Did you mean
  "call",
  "call",   --> E103 listed twice
} }
