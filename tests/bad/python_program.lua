import earshot
scenario = {"title": "A talk"}
def start():
    print("Hello")
--> 1 E001 program in another
