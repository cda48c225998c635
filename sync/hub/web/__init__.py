"""What site and office share: words, pages and their headers, forms and sealed cookies, limits on how often."""
