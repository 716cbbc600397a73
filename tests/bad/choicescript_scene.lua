*create calm 50
Hello there.
*choice
  #Yes.
    *goto kept
  #No.
    *goto kept
*label kept
Thanks.
*finish
--> 1 E001 ChoiceScript
