<?xml version="1.0"?>
<scenario title="A talk"><moment id="start"/></scenario>
--> 1 E001 plain text
