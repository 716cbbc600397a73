title: Start
tags:
---
Sam: Hello.
-> Yes.
    <<set $calm to 5>>
    <<jump Kept>>
-> No.
===
title: Kept
---
Sam: Thanks.
===
--> 1 E001 Yarn Spinner
