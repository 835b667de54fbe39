def parallel_info():
    return "ATen parallel backend: OpenMP"
