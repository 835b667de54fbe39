-- nvim --headless -u NONE -l is newer than Debian's: `-S session.lua`.
-- Starts `musify lsp` for the buffer, prints its diagnostics, applies the code
-- action for the whole file, prints the buffer, and ends.
local out = io.open(os.getenv('OUT'), 'w')
local client = vim.lsp.start_client({
  name = 'musify', cmd = {os.getenv('MUSIFY'), 'lsp'}, root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(0, client)
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, d in ipairs(vim.diagnostic.get(0)) do
  out:write(('%d:%d %s\n'):format(d.lnum, d.col, d.message))
end
local whole = {start = {line = 0, character = 0}, ['end'] = {line = 99, character = 0}}
local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', {
  textDocument = vim.lsp.util.make_text_document_params(),
  range = whole, context = {diagnostics = {}},
}, 60000)
local actions = answers[client].result
vim.lsp.util.apply_workspace_edit(actions[#actions].edit, 'utf-16')
for _, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
  out:write(line .. '\n')
end
out:close()
vim.lsp.stop_client(client)
vim.cmd('qall!')
