:: StoryTitle
A talk

:: StoryData
{
  "ifid": "D674C58C-DEFA-4F70-B7A2-27742230C0FC",
  "format": "Harlowe"
}

:: Start
Hello there.
[[Yes->Kept]]
[[No|Lost]]

:: Kept
Thanks.
--> 1 E001 Twine file
