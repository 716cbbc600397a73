# A talk

Sam calls about his bike.

- **Sam:** Hello.
- **You:** Yes.

## Kept

Thanks.
--> 1 E001 Markdown
