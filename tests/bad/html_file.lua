<!DOCTYPE html>
<html></html>

--> 1 E001 plain text
