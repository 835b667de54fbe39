"""Writes files of one form each, many times."""

N = 10000
FREE = "cudaFree(0);"


def each(text):
    return "".join(text.replace("@", str(i)) for i in range(N))


FILES = {
    "elif.cu": "#if A\n" + each(f"#elif defined(A@) && A@ > @\n{FREE}\n") + "#endif\n",
    "else.cu": each("#if defined(A@)\n#else\n") + "#endif\n" * N,
    "launch.cu": "void f() {" + "k<<<" * N + "1, 1" + ">>>();" * N + "}\n",
    "paren.cu": "int N = " + "(" * N + "cudaFree(0)" + ")" * N + ";\n",
    "kernel.cu": each('const char *k@ = "__global__ void k() { cudaFree(0); }\\n";\n'),
    "asm.cu": "__device__ void f() {\n"
    + 'asm("add.u32 %0, %1, %2;" : "=r"(a) : "r"(b), "r"(c));\n' * (N // 4)
    + "}\n",
    "paste.cu": each("#define P@(x) cuda##x\nint a@ = P@(Free)(0);\n"),
    "alias.cu": each("namespace n@ = cuda::std;\n"),
    "variable.cmake": "set(A " + "${" * N + "X" + "}" * N + ")\nenable_language(CUDA)\n",
    "if.cmake": "if(A)\n" * N + "enable_language(CUDA)\n" + "endif()\n" * N,
    "expression.cmake": "set(A " + "$<" * N + "X:cudart" + ">" * N + ")\nenable_language(CUDA)\n",
    "nested.sh": "echo $(" * (3 * N) + "nvcc a.cu\n",
    "words.sh": "echo a > b; " * N + "nvcc a.cu\n",
    "or.py": "import torch\nx = " + "torch.cuda.is_available() or \\\n" * (2 * N) + "1\n",
}
for name, text in FILES.items():
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)
