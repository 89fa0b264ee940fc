with open('content/2024-05-01/01/page.pdf', 'wb') as file:
    file.truncate(10**12)
