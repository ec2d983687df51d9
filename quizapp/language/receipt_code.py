"""What the screen of a receipt's code says."""

from __future__ import annotations

RECEIPT_CODE: dict[str, tuple[str, str]] = {
    "receipt_code.title": (
        "请用手机拍下这个二维码 | 学号 {candidate} | 回执号 {receipt}",
        "Photograph this code | {candidate} | receipt {receipt}",
    ),
    "receipt_code.key_save": ("F6 存成图片", "F6 saves a picture"),
    "receipt_code.saved": ("二维码已存成图片：{file}", "The code is saved as a picture: {file}"),
    "receipt_code.no_room": (
        "这个窗口画不下二维码，已经改存成图片。窗口有 {columns} 列 {lines} 行时再按 F7，就能画出来。",
        "No room for the code here: it is saved as a picture. At {columns} columns by {lines} lines F7 shows it.",
    ),
    "receipt_code.no_colours": (
        "这个终端不显示颜色，画不出二维码，已经改存成图片。",
        "This terminal shows no colours, and so no code: it is saved as a picture.",
    ),
}
