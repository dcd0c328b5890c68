/** Code page 850 from 0x80 on, as Unicode's mapping table CP850.TXT gives it. */
const HIGH =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/**
 * Text in CP850, the DOS charset that some Mexican budget files still use and `TextDecoder` lacks.
 * A module of its own: hand it to `decodeText` where a source is known to need it.
 */
export function decodeCp850(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(
      ...bytes
        .subarray(start, start + 8192)
        // A mapped typed array would cut code points to bytes.
        .reduce<number[]>((codes, byte) => {
          codes.push(byte < 0x80 ? byte : HIGH.charCodeAt(byte - 0x80));
          return codes;
        }, []),
    );
  }
  return text;
}
