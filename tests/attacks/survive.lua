-- It may play or be refused; nothing more happens.
-- SURVIVE print terminal codes: cleaned
print("\27[2J\27[H\27]0;title\7\27[31mred \x9b31m \xff")
-- SURVIVE print a lot: cut
for i = 1, 200000 do print(("x"):rep(100)) end
-- SURVIVE print bidi overrides: cleaned
print("\u{202e}\u{2066}abc\u{200f}")
-- SURVIVE a library emptied: the pack's own loss
string.rep, table.concat, math.floor = nil, nil, nil
-- SURVIVE a library poisoned: the next pack has its own
string.find = function() error("x") end table.insert = string.find
-- SURVIVE a deep table: kept out or read
local t = {} local top = t for i = 1, 100000 do t.x = {} t = t.x end
-- SURVIVE honest work: two million steps are allowed
local n = 0 for i = 1, 2000000 do n = n + i % 7 end assert(n > 0)
-- SURVIVE integer edges: no crash
local a, b = math.mininteger, math.maxinteger local c, d = a * a, b + 1 print(a // -1, a % -1, 1 << 64, tostring(0 / 0))
-- SURVIVE colliding keys: time at most
local t = {} for i = 0, 20000 do t[(i << 32) | i] = i end
-- SURVIVE numbers as keys that are none: no crash
local t = {} t[1e308 * 10] = 1 t[-0.0] = 2 print(t[0])
-- SURVIVE close variables: no crash
do local x <const> = 1 local y <close> = nil end
-- SURVIVE varargs: no crash
print(select("#", table.unpack({}, 1, 200)))
-- SURVIVE a long line: read
local s = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
-- SURVIVE the same at every run: pairs in an order
local s = "" for k in pairs { b = 1, a = 2, [3] = 3, [true] = 4 } do s = s .. tostring(k) end print(s)
-- SURVIVE a moment's name that is a format: no more than a name
moment "%s%n%99999d" sam "%s%n" you "%n" { go = "over" }
-- SURVIVE braces that insert for ever: once
sam2 = customer "{customer}" {} moment "x" sam2 "{customer}{customer}" go "over"
-- SURVIVE five thousand meters that do not exist: some of them are told
for i = 1, 5000 do rule("r" .. i) { when = "m" .. i .. " > 1" } end
-- SURVIVE text of combining marks: cleaned
moment "z" sam("a" .. ("\u{301}"):rep(900)) go "over"
-- SURVIVE keys that are not a number: no crash
local t = {} local ok = (0/0) ~= (0/0) print(ok, 0x7fffffffffffffff + 1, -0x8000000000000000 // -1, 2^53 | 0)
-- SURVIVE next with a key that is not there: no crash
local t = { 1 } t = nil next({}, nil)
-- SURVIVE keys added while they are walked: no crash
local t = {} for i = 1, 100 do t["k" .. i] = i end for k in pairs(t) do t[k .. "x"] = 1 end
-- SURVIVE codes outside Unicode, read leniently: no crash
for p, code in utf8.codes(("\xf4\x90\x80\x80"):rep(10), true) do print(code) end
-- SURVIVE a condition of five thousand parts: it loads
rule "long" { when = ("calm > 1 and "):rep(5000) .. "calm > 1", thinks = "x" }
