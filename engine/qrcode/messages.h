#pragma once
// Messages of the QR codes (AJ0800 to AJ0899).

#include "base/diagnostic.h"

namespace anjuan::qrcode::messages {

ANJUAN_MESSAGE(nothing_to_encode, "AJ0801", error, "二维码没有内容", "a QR code needs some text",
               "请写明二维码要记的内容。", "Say what the code is to hold.");
ANJUAN_MESSAGE(too_long, "AJ0802", error, "二维码的内容有 {0} 字节，超过 {1} 字节",
               "the text of the QR code has {0} bytes, more than {1}", "请缩短内容，例如只记编号。",
               "Shorten it, for example to a number.");
ANJUAN_MESSAGE(not_made, "AJ0803", fault, "二维码没有生成：{0}", "the QR code could not be made: {0}",
               "请检查本机内存是否不足。", "Check whether the machine is short of memory.");

}  // namespace anjuan::qrcode::messages
