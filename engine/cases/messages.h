#pragma once

#include "base/diagnostic.h"

namespace anjuan::cases {

ANJUAN_MESSAGE(unknown_person, "AJ2701", error, "人员“{0}”不在本单位人员名单里", "“{0}” is not among the people of this office",
               "请核对编号或姓名；人员名单在机构文件 bureau.xml 里。", "Check the id or name; people are listed in bureau.xml.");
ANJUAN_MESSAGE(unknown_person_near, "AJ2702", error, "人员“{0}”不在本单位人员名单里", "“{0}” is not among the people of this office",
               "是否是“{1}”？人员名单在机构文件 bureau.xml 里。", "Did you mean “{1}”? People are listed in bureau.xml.");
ANJUAN_MESSAGE(duplicate_person, "AJ2703", error, "人员编号“{0}”重复", "the person id “{0}” stands twice",
               "每个人一个编号，请改正其中一个。", "Give each person an id of their own.");
ANJUAN_MESSAGE(duplicate_code, "AJ2704", error, "文号类别“{0}”重复", "the number code “{0}” stands twice",
               "每类文书一个代字，请删除其中一个。", "Keep one row for each kind of document.");
ANJUAN_MESSAGE(unknown_code, "AJ2705", error, "文号类别“{0}”没有在机构文件里定义", "the number code “{0}” is not defined for this office",
               "请在 bureau.xml 里补上 <number-code code=\"{0}\" pattern=\"…\"/>。", "Add <number-code code=\"{0}\" pattern=\"…\"/> to bureau.xml.");
ANJUAN_MESSAGE(duplicate_seal, "AJ3710", error, "印章“{0}”登记了两次", "the seal “{0}” is registered twice",
               "请删除其中一条。", "Delete one of them.");
ANJUAN_MESSAGE(seal_incomplete, "AJ3711", error, "印章“{0}”登记得不全，或者把真印章和示例写在了一起", "the registration of the seal “{0}” is incomplete, or mixes a real seal with a sample",
               "真印章写 picture=、certificate=、fingerprint= 三项；练习用的写 sample=\"yes\"，不写 picture=。",
               "A real seal has picture, certificate and fingerprint; a sample has sample=\"yes\" and no picture.");
ANJUAN_MESSAGE(not_a_digest, "AJ3712", error, "{0} 不是 SHA-256 摘要：应当是 64 位十六进制数字", "{0} is no SHA-256 digest of 64 hexadecimal digits",
               "证书指纹在核验签名时会显示，也可以问发证机构。",
               "anjuan seal verify shows the fingerprint of a certificate.");
ANJUAN_MESSAGE(lacks_role, "AJ2710", error, "{0}不能办“{1}”：这件事由{2}决定，{0}在{3}不任此职", "{0} may not decide “{1}”: that is for {2}, a post which {0} does not hold on {3}",
               "请由{4}签署；职务变动或代理的，先在 bureau.xml 里登记任职或代理起止日期。", "It should be signed by {4}; register a new post or deputy with its dates in bureau.xml first.");
ANJUAN_MESSAGE(not_drawn, "AJ2711", error, "{0}不能办“{1}”：只有本案{2}可以办，{0}不是", "{0} may not do “{1}”: only this case's {2} may, and {0} is not one",
               "请由{3}签署。", "It should be signed by {3}.");
ANJUAN_MESSAGE(duty_conflict, "AJ2712", error, "{0}不能以{2}身份办“{1}”：{0}是（或已作为）本案{3}，职责应当分离", "{0} may not do “{1}” as {2}: {0} is, or has acted as, {3} of this case; the duties must be apart",
               "请由登记的代理人或其他无关人员办理：{4}。", "Let a recorded deputy or another person decide: {4}.");

}  // namespace anjuan::cases
