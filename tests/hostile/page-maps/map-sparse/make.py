with open('content/2024-05-01/01/page.yaml', 'wb') as file:
    file.truncate(10**12)
