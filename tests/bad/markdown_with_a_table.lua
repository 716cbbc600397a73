---
title: A talk
---

# A talk

| Speaker | Line |
|---------|------|
| Sam     | Hello |
--> 5 E001 Markdown
