INT. CALL CENTRE - DAY

SAM
Hello.

YOU
(warm)
Yes.
--> 1 E001 screenplay
