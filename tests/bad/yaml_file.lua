title: A talk
minutes: 1
customer:
  name: Sam
  mood: calm
moments:
  - id: start
    lines:
      - sam: "Hello."
    replies:
      - text: "Yes."
        go: kept
--> 1 E001 YAML
