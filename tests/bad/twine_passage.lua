:: Start
Hello.
[[Yes->good]]
[[No->bad]]
-- it is told once, of its first line --> 1 E001 Write moment "Start"
