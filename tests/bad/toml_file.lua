title = "A talk"
minutes = 1
[customer]
name = "Sam"
[[moments]]
id = "start"
--> 3 E001 settings
