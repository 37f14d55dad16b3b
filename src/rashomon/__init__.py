"""Rashomon reads several accounts of the same events and builds one record that keeps every version."""
