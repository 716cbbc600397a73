VAR calm = 50
-> start
=== start ===
Hello there. I ordered a bike.
* [I am sorry] I am sorry about that.
  ~ calm = calm + 5
  -> kept
* {calm > 10} [No] -> kept
=== kept ===
Thanks.
-> END
--> 1 E001 ink story
