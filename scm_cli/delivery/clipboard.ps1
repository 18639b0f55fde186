# Two lines of base64 on standard input: the text, and the page as CF_HTML (may be empty).
Add-Type -AssemblyName System.Windows.Forms
$lines = [Console]::In.ReadToEnd() -split "`n"
$data = New-Object System.Windows.Forms.DataObject
$text = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($lines[0].Trim()))
$data.SetData([System.Windows.Forms.DataFormats]::UnicodeText, $text)
if ($lines[1].Trim()) {
    $html = New-Object IO.MemoryStream(, [Convert]::FromBase64String($lines[1].Trim()))
    $data.SetData([System.Windows.Forms.DataFormats]::Html, $html)
}
[System.Windows.Forms.Clipboard]::SetDataObject($data, $true)
