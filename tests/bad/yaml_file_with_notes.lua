---
# A comment
scenario: "A talk"
meters:
  - calm: 50
moments:
  start:
    - sam: Hello.
    - you: Yes.
--> 1 E001 YAML
