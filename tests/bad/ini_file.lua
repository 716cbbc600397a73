[scenario]
title = A talk
--> 1 E001 settings
