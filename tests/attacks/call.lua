-- In a function that the conversation calls.
-- CALL a loop: steps
--! E302 100,000 steps
  while true do end
-- CALL a large text: memory
--! E302 8 MiB
  return ("x"):rep(1 << 28)
-- CALL memory kept from call to call: bounded
--! E302
  local t = {} for i = 1, 1e9 do t[i] = { i } end
-- CALL backtracking: CPU time
--! E302
  return string.find(("a"):rep(40), ("a?"):rep(40) .. ("a"):rep(40) .. "b") and "ESCAPED"
-- CALL repeat nothing: steps
--! E302
  return string.rep("", 1 << 60) .. "ESCAPED"
-- CALL print a lot: cut
--! E303
  for i = 1, 5000 do print(("x"):rep(1000)) end error("enough")
-- CALL change the conversation: refused
--! E303 may not change
  c.calm = 100 return "ESCAPED"
-- CALL a verb: refused
--! E303
  moment "x" return "ESCAPED"
-- CALL make somebody speak: refused
--! E303
  sam "x" return "ESCAPED"
-- CALL a global: refused
--! E303
  leaked = 1 return "ESCAPED"
-- CALL a withheld word: refused
--! E303 kept from packs
  return io.open("x") and "ESCAPED"
-- CALL nothing: does not fit
--! E303
  return nil
-- CALL no UTF-8: does not fit
--! E303
  return "\xff\xfe\xfd"
-- CALL a zero byte: does not fit
--! E303
  return "a\0b"
-- CALL too many words: does not fit
--! E303
  return ("word "):rep(100000)
-- CALL an error that is no text: in words
--! E303
  error({})
-- CALL an error with terminal codes: cleaned
--! E303
  error("\27[2J\7 \xff")
-- CALL recursion: the stack
--! E30
  local function f() return 1 + f() end return f()
-- CALL another's c: refused
--! E303
  return c:seen(c) and "ESCAPED"
-- CALL an endless random: steps
--! E302
  while c:random(6) do end
-- CALL gsub with a callback: steps
--! E302
  return (("x"):rep(5000):gsub("x", function() for i = 1, 1000 do end end))
-- CALL concat of much: memory
--! E302
  local t = {} for i = 1, 400 do t[i] = ("x"):rep(60000) end return table.concat(t) .. "ESCAPED"
-- CALL format of much: refused
--! E30
  return string.format("%099999d", 1) .. "ESCAPED"
-- CALL an error that is c: in words
--! E303
  error(c)
-- CALL an error inside an error: in words
--! E303
  error(setmetatable and "x" or { c })
-- CALL goto round: steps
--! E302 100,000 steps
  ::a:: goto a
-- CALL seen for ever: steps
--! E302 100,000 steps
  while true do c:seen("start") end
-- CALL a circle of functions: steps
--! E302
  local function g() return c:seen("start") and g() .. "x" end return g()
-- CALL many wrong names: refused
--! E303
  return c:seen(("x"):rep(1000000))
-- CALL sorting what is long: steps
--! E302 100,000 steps
  local t = {} for i = 1, 20000 do t[i] = i end table.sort(t, function(a, b) return a > b end) return "ESCAPED"
-- CALL comparing what is long: CPU time
--! E302
  local a, b = ("a"):rep(1000000), ("a"):rep(1000000) .. "" for i = 1, 90000 do local less = a < b end return "ESCAPED"
-- CALL a speaker as an error: in words
--! E303 no text
  error(sam)
-- CALL the text of a function: no address in it
--! E303 c.seen is a function
  error("c.seen is a " .. tostring(c.seen))
