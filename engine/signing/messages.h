#pragma once
// What can go wrong with keys, certificates and signatures, in both languages. Codes AJ3700 to AJ3739.

#include "base/diagnostic.h"

namespace anjuan::signing {

ANJUAN_MESSAGE(not_a_key_file, "AJ3700", error, "这不是证书文件（PKCS#12，扩展名一般是 .p12 或 .pfx）",
               "this is no certificate file (PKCS#12, usually named .p12 or .pfx)",
               "请向发证机构要 PKCS#12 格式的文件，里面有证书和私钥。",
               "Ask the certificate authority for a PKCS#12 file with the certificate and its private key.");
ANJUAN_MESSAGE(wrong_password, "AJ3701", error, "证书文件的口令不对",
               "the password of the certificate file is wrong",
               "请核对大小写后重输；口令忘记的，请向发证机构重新申领。",
               "Mind capital letters and try again; if it is forgotten, ask the authority for a new one.");
ANJUAN_MESSAGE(key_not_encrypted, "AJ3702", error, "证书文件没有用口令加密",
               "the certificate file is not encrypted", "请用口令重新导出：私钥只能加密保存。",
               "Export it again with a password: a private key is kept encrypted only.");
ANJUAN_MESSAGE(key_missing, "AJ3703", error, "证书文件里没有私钥，或者私钥与证书不是一对",
               "the file holds no private key, or one that does not belong to the certificate",
               "请导出含有私钥的证书文件。", "Export the certificate together with its private key.");
ANJUAN_MESSAGE(key_kind_unsupported, "AJ3704", error, "证书的密钥种类“{0}”不能用来签名",
               "keys of the kind {0} cannot be used to sign",
               "请向发证机构申领签名用的证书；可用的种类见文书模板说明的“电子签名和电子印章”一节。",
               "Use a certificate for RSA (2048 bits or more), ECDSA or SM2.");
ANJUAN_MESSAGE(key_too_short, "AJ3705", error, "密钥只有 {0} 位，不足 {1} 位",
               "the key has {0} bits, fewer than {1}", "请申领更长的密钥。", "Ask for a longer key.");
ANJUAN_MESSAGE(certificate_not_valid, "AJ3706", error, "“{0}”的证书在签名时不在有效期内（{1} 至 {2}）",
               "the certificate of {0} is not valid at the time of signing ({1} to {2})",
               "请换发证书后再签。", "Renew the certificate, then sign.");
ANJUAN_MESSAGE(certificate_not_for_signing, "AJ3707", error,
               "“{0}”的证书不是签名用的（密钥用途不含“数字签名”）",
               "the certificate of {0} is not for signing (its key usage lacks digital signature)",
               "请使用签名证书，不要用加密证书。",
               "Use the signing certificate, not the one for encryption.");
ANJUAN_MESSAGE(cannot_sign, "AJ3790", fault, "签名没有做成：{0}", "signing failed: {0}",
               "请把这句话告诉系统维护人员。", "Tell this to whoever maintains the system.");
ANJUAN_MESSAGE(signature_unreadable, "AJ3720", error, "签名的内容读不懂", "the signature cannot be read",
               "文件可能被改过或者截短过，请取原件核对。",
               "The file may have been changed or cut; compare with the original.");
ANJUAN_MESSAGE(timestamp_unreadable, "AJ3721", error, "时间戳服务器的回答不能用：{0}",
               "the answer of the timestamp server cannot be used: {0}",
               "请核对时间戳服务器的地址，或者与服务方联系。",
               "Check the address of the server, or ask those who run it.");
ANJUAN_MESSAGE(timestamp_of_other, "AJ3722", error, "时间戳不是给这个签名的",
               "the timestamp belongs to another signature", "请重新申请时间戳。",
               "Ask for a timestamp again.");

}  // namespace anjuan::signing
