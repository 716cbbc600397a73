Hello there, said Sam.
 * "Yes," I said.
 * "No," I said.
 - Thanks.
-> END
--> 2 E001 ink story
