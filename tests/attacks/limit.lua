-- A limit ends it, and is named.
-- LIMIT a plain loop: steps
--! E002 200 million steps
while true do end
-- LIMIT a loop of tail calls: steps
--! E002 200 million steps
local function f() return f() end f()
-- LIMIT a goto loop: steps
--! E002 200 million steps
::top:: goto top
-- LIMIT a loop in __index by inheritance: no metatables, so it ends as a finding
--! E101
local t = setmetatable({}, { __index = function(t, k) return t[k] end }) print(t.x)
-- LIMIT repeat nothing: costs as many steps
--! E002 200 million steps
local s = string.rep("", 1 << 62) error("ESCAPED")
-- LIMIT a large text: memory
--! E002 256 MiB
local s = ("x"):rep(1 << 30) error("ESCAPED")
-- LIMIT a text that doubles: memory
--! E002 256 MiB
local s = "x" while true do s = s .. s end
-- LIMIT a table that grows: memory or time
--! E002
local t = {} for i = 1, 1 << 40 do t[i] = { i } end
-- LIMIT a long concat: memory
--! E002
local t = {} for i = 1, 1000000 do t[i] = ("x"):rep(1000) end local s = table.concat(t)
-- LIMIT backtracking: CPU time
--! E002
local s = ("a"):rep(40) string.find(s, ("a?"):rep(40) .. ("a"):rep(40) .. "b") error("ESCAPED")
-- LIMIT backtracking with gsub: CPU time
--! E002
local s = ("a"):rep(50000) s:gsub(".-.-.-.-b", "") error("ESCAPED")
-- LIMIT pack with padding: memory, or refused
--! E
local s = string.pack("!16 i16 " .. ("i16 "):rep(10000000), 1) error("ESCAPED")
-- LIMIT format with a width: refused or little
--! E
local s = string.format("%99999999d", 1) error("ESCAPED")
-- LIMIT unpack too much: refused
--! E
local t = { table.unpack({}, 1, 1e8) } error("ESCAPED")
-- LIMIT move a lot: steps or time
--! E002
table.move({}, 1, 1 << 40, 2) error("ESCAPED")
-- LIMIT insert at a far place: refused or time
--! E
local t = { 1 } for i = 1, 1e9 do table.insert(t, 1, i) end error("ESCAPED")
-- LIMIT sort with a comparison that lies: ended or refused
--! E002
local t = {} for i = 1, 200000 do t[i] = i end
while true do table.sort(t, function(a, b) return (a * 7919) % 31 < (b * 104729) % 37 end) end
-- LIMIT utf8 over and over: time
--! E002
local s = ("\xe2\x82\xac"):rep(1000000) while true do utf8.len(s) end
-- LIMIT recursion: the stack, named
--! E105 stack
local function f() return 1 + f() end f()
-- LIMIT many statements: named
--! E002
moment "x" for i = 1, 3000000 do set "y" end
-- LIMIT many moments: named
--! E002
for i = 1, 1e9 do moment("m" .. i) end
-- LIMIT many findings: they end
--! E1
moment "x" for i = 1, 3000 do go("nowhere" .. i) end
-- LIMIT many unknown words: they end
--! E1
for i = 1, 5000 do local x = _ENV["w" .. i] end
-- LIMIT a pattern that nests: refused
--! E
local s = ("("):rep(100000) string.find("x", s) error("ESCAPED")
-- LIMIT concat of one huge entry: memory
--! E002
local s = ("x"):rep(1 << 20) local t = {} for i = 1, 4096 do t[i] = s end local u = table.concat(t, s) error("ESCAPED")
-- LIMIT format of a long text: memory or refused
--! E
local s = ("x"):rep(1 << 26) for i = 1, 64 do s = string.format("%s%s", s, s) end error("ESCAPED")
-- LIMIT gsub that grows: memory
--! E002
local s = ("x"):rep(1 << 16) for i = 1, 20 do s = s:gsub("x", ("y"):rep(1 << 12)):gsub("y", "xx") end error("ESCAPED")
-- LIMIT gsub with a function that never ends: steps
--! E002 200 million steps
local _ = ("x"):rep(1000):gsub("x", function() while true do end end) error("ESCAPED")
-- LIMIT gsub that calls gsub: the stack
--! E
local function f(s) return (s:gsub(".", f)) end f("xx") while true do end
-- LIMIT sort inside sort: steps or the stack
--! E
local function f() table.sort({ 3, 2, 1 }, function(a, b) return f() end) end f() error("ESCAPED")
-- LIMIT frontier over and over: CPU time
--! E002
local s = ("ab"):rep(1 << 20) while true do s:find("%f[%z]c") end
-- LIMIT balance over and over: CPU time
--! E002
local s = ("("):rep(1 << 22) while true do s:find("%b()x") end
-- LIMIT gmatch that goes nowhere: steps or time
--! E002
while true do for w in ("x"):rep(1 << 20):gmatch(".-.-.-x$") do end end
-- LIMIT many globals: memory or steps
--! E
for i = 1, 1 << 40 do _ENV["g" .. i] = i end error("ESCAPED")
-- LIMIT a table asked to be huge: refused
--! E
local t = table.pack(table.unpack({}, 1, 1 << 31)) error("ESCAPED")
-- LIMIT a size that runs over: refused
--! E
local s = ("x"):rep(math.maxinteger, "yy") error("ESCAPED")
-- LIMIT a size that runs over in pack: refused
--! E
local s = string.pack("s8", ("x"):rep(10)):rep(1 << 60) error("ESCAPED")
-- LIMIT unpack past the end: refused
--! E
local a = string.unpack("s8", "\xff\xff\xff\xff\xff\xff\xff\x7f") error("ESCAPED")
-- LIMIT chars without an end: memory or refused
--! E
local t = {} for i = 1, 250 do t[i] = 0x7fffffff end local s = utf8.char(table.unpack(t)) while true do s = s .. s end
-- LIMIT utf8 codes outside Unicode: no words
--! E
sam("\u{7fffffff}")
-- LIMIT more flags than there may be: named
--! E002 flags
for i = 1, 5000 do flag("f" .. i)("x") end
-- LIMIT more statements than there may be: named
--! E002
moment "many" for i = 1, 1 << 30 do sam("x") end
-- LIMIT replies that go on for ever: named
--! E
moment "many" for i = 1, 1 << 30 do you("x" .. i) end
-- LIMIT a condition that nests: refused
--! E130
local s = ("("):rep(100000) .. "1" .. (")"):rep(100000) rule "r" { when = s .. " > 0" }
-- LIMIT a condition as long as the file may be: refused
--! E1
rule "r" { when = ("calm > 1 or "):rep(300000) .. "true" }
-- LIMIT a mood with a million parts: refused
--! E1
rule "r" { when = "true", mood = ("calm +1, "):rep(1000000) .. "calm +1" }
-- LIMIT a file that compiles for long: time or memory
--! E
local a = 1 error("ESCAPED" and "deep")
-- LIMIT sort that is asked to sort while it sorts: the stack
--! E105 C stack overflow
local t, deep = {}, 0
for i = 1, 200 do t[i] = i end
local function less(a, b) deep = deep + 1 if deep < 1e9 then table.sort(t, less) end return a < b end
table.sort(t, less)
-- LIMIT sort with a comparison that never comes back: steps
--! E002 200 million steps
table.sort({ 3, 2, 1 }, function() while true do end end)
-- LIMIT a separator between nothings: memory
--! E002 256 MiB
local t = {} for i = 1, 1000 do t[i] = "x" end local s = table.concat(t, ("y"):rep(1000000)) error("ESCAPED")
-- LIMIT captures that double: memory
--! E002 256 MiB
local s = "x" for i = 1, 60 do s = s:gsub("(.+)", "%1%1") end error("ESCAPED")
-- LIMIT functions that hold each other: memory
--! E002 256 MiB
local f = function() end for i = 1, 1e9 do local g = f f = function() return g end end
-- LIMIT shrinking from the front: CPU time
--! E002
local t = {} for i = 1, 5e5 do t[i] = i end for i = 1, 5e5 do table.remove(t, 1) end
-- LIMIT numbers as long as a file: CPU time
--! E002
local s = "0x" .. ("f"):rep(10000000) for i = 1, 1e6 do tonumber(s) end
-- LIMIT a text put in quotes: memory, or CPU time on a busy machine
--! E002
local s = string.format("%q", ("\0"):rep(2 ^ 26)) error("ESCAPED")
-- LIMIT continue for ever: steps
--! E002 200 million steps
for i = 1, 1e12 do if i % 2 == 0 then goto continue end ::continue:: end
