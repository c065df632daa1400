<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>Syrinx</name>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>"{0}" needs the suffix of a sound file: {1}.</source>
   <extracomment>{0} = path.name, {1} = known</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>A {0} file cannot have {1} Hz; choose another rate (--rate 48000) or write a .wav file.</source>
   <extracomment>{0} = path.suffix, {1} = sample_rate</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <location filename="../../app/transcription/queue.py"></location>
   <location filename="../../app/voice_exchange.py"></location>
   <source>Cannot read {0}: {1}.</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>Cannot write {0}: it is a folder.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>Cannot write {0}: it needs {1} MB and the disk has {2} MB left.</source>
   <extracomment>{0} = path, {1} = size / 1000000.0, {2} = free / 1000000.0</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>Cannot write {0}: there is no folder {1}.</source>
   <extracomment>{0} = path, {1} = path.parent</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>{0} has a sample rate of {1} Hz; use {2} to {3} Hz.</source>
   <extracomment>{0} = path, {1} = self.sample_rate, {2} = MIN_RATE, {3} = MAX_RATE</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <location filename="../../app/engine/clip_reader.py"></location>
   <location filename="../../app/inspection.py"></location>
   <location filename="../../app/offline.py"></location>
   <source>{0} holds no audio.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>{0} is a folder; name the sound files in it.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} is a pipe or a device; copy it into a file first.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>{0} is broken after {1} s.</source>
   <extracomment>{0} = self.path, {1} = at</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>{0} is not a sound file, or is broken.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/chord.py"></location>
   <source>"{0}" names no key: write it as Ctrl+Alt+F9.</source>
   <extracomment>{0} = text</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/chord.py"></location>
   <source>A key is a short text, such as Ctrl+Alt+F9.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/chord.py"></location>
   <source>The modifiers are Ctrl, Alt, Shift and Meta.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/chord.py"></location>
   <source>There is no key "{0}".</source>
   <extracomment>{0} = self.key[:20]</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/checking.py"></location>
   <source>It failed inside Syrinx ({0}: {1}).</source>
   <extracomment>{0} = type(error).__name__, {1} = error</extracomment>
   <translation>Syrinx 内部出错（{0}：{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/clone/child.py"></location>
   <source>The process {0} cannot be started ({1}).</source>
   <extracomment>{0} = self._name, {1} = error</extracomment>
   <translation>无法启动进程 {0}（{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/clone/child.py"></location>
   <source>The process {0} stopped unexpectedly (exit code {1}).</source>
   <extracomment>{0} = self._name, {1} = code</extracomment>
   <translation>进程 {0} 意外停止（退出码 {1}）。</translation>
  </message>
  <message>
   <location filename="../../app/clone/consent_recording.py"></location>
   <source>The statement of consent lasts longer than {0} s: read it again.</source>
   <extracomment>{0} = MAX_RECORDING_S</extracomment>
   <translation>同意声明的录音超过 {0} 秒：请重新朗读。</translation>
  </message>
  <message>
   <location filename="../../app/clone/cutting.py"></location>
   <source>Music can be heard in it.</source>
   <translation>其中有音乐声。</translation>
  </message>
  <message>
   <location filename="../../app/clone/cutting.py"></location>
   <source>Pieces need a shortest length below the wanted and the longest.</source>
   <translation>片段的最短长度必须小于期望长度和最长长度。</translation>
  </message>
  <message>
   <location filename="../../app/clone/cutting.py"></location>
   <source>Somebody else speaks here than in most of the recordings.</source>
   <translation>这里说话的人与大部分录音中的不同。</translation>
  </message>
  <message>
   <location filename="../../app/clone/cutting.py"></location>
   <source>{0} is shorter than it was.</source>
   <extracomment>{0} = piece.path</extracomment>
   <translation>{0} 比原来短了。</translation>
  </message>
  <message>
   <location filename="../../app/clone/desk.py"></location>
   <source>Nobody speaks in it.</source>
   <translation>其中没有人说话。</translation>
  </message>
  <message>
   <location filename="../../app/clone/desk.py"></location>
   <source>{0} cannot be read as audio ({1}).</source>
   <extracomment>{0} = path, {1} = error</extracomment>
   <translation>无法将 {0} 作为音频读取（{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/clone/desk.py"></location>
   <source>{0} s were put aside.</source>
   <extracomment>{0} = seconds</extracomment>
   <translation>有 {0} 秒未采用。</translation>
  </message>
  <message>
   <location filename="../../app/clone/desk.py"></location>
   <source>{0} s were put aside. They sound like somebody else than the statement of consent and the takes.</source>
   <extracomment>{0} = strange_s</extracomment>
   <translation>有 {0} 秒未采用。听起来与同意声明和录音片段中的不是同一个人。</translation>
  </message>
  <message>
   <location filename="../../app/clone/odd_takes.py"></location>
   <source>Beside the later takes this sounds like another person: record it again, or delete it.</source>
   <translation>与后来的录音片段相比，这段听起来像另一个人：请重录或删除。</translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>A voice in the making is on an unknown page.</source>
   <translation>一个制作中的声音停在未知的页面。</translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>Cannot begin the voice "{0}" in {1}: {2}.</source>
   <extracomment>{0} = name, {1} = self.root, {2} = reason(error)</extracomment>
   <translation>无法在 {1} 中开始制作声音“{0}”：{2}。</translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>Cannot record into {0}: {1}.</source>
   <extracomment>{0} = folder, {1} = reason(error)</extracomment>
   <translation>无法录制到 {0}：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>Cannot remove the recordings of {0}: {1}.</source>
   <extracomment>{0} = id_, {1} = reason(error)</extracomment>
   <translation>无法删除 {0} 的录音：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>Cannot write {0}: make room on the disk.</source>
   <extracomment>{0} = path</extracomment>
   <translation>无法写入 {0}：请腾出磁盘空间。</translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>The recording "{0}" cannot be read ({1}).</source>
   <extracomment>{0} = recording, {1} = error</extracomment>
   <translation>无法读取录音“{0}”（{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>{0} belongs in a folder named {1}.</source>
   <extracomment>{0} = path, {1} = project.id</extracomment>
   <translation>{0} 应放在名为 {1} 的文件夹中。</translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>{0} cannot be read: {1}.</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation>无法读取 {0}：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <location filename="../../app/voice_model.py"></location>
   <source>{0} cannot be the id of a voice.</source>
   <extracomment>{0} = self.id</extracomment>
   <translation>{0} 不能用作声音的标识。</translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>{0} is damaged; the recordings are in the folder beside it.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 已损坏；录音在旁边的文件夹中。</translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>{0} is no name of a picture.</source>
   <extracomment>{0} = self.picture</extracomment>
   <translation>{0} 不是图片的名称。</translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>{0} is no name of a take.</source>
   <extracomment>{0} = self.file</extracomment>
   <translation>{0} 不是录音片段的名称。</translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>{0} is of another version of Syrinx.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 属于另一个版本的 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>{0} is too large to be a voice in the making.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 太大，不是制作中的声音。</translation>
  </message>
  <message>
   <location filename="../../app/clone/prompts.py"></location>
   <source>A sentence of {0} is there twice.</source>
   <extracomment>{0} = self.language</extracomment>
   <translation>{0} 的某个提示句重复了。</translation>
  </message>
  <message>
   <location filename="../../app/clone/prompts.py"></location>
   <source>The consent of {0} has no place for name and date.</source>
   <extracomment>{0} = self.language</extracomment>
   <translation>{0} 的同意声明中没有姓名和日期的位置。</translation>
  </message>
  <message>
   <location filename="../../app/clone/prompts.py"></location>
   <source>The sentences of {0} are damaged: install Syrinx again.</source>
   <extracomment>{0} = short</extracomment>
   <translation>{0} 的提示句已损坏：请重新安装 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../app/clone/prompts.py"></location>
   <source>The sentences of {0} are missing.</source>
   <extracomment>{0} = self.language</extracomment>
   <translation>缺少 {0} 的提示句。</translation>
  </message>
  <message>
   <location filename="../../app/clone/prompts.py"></location>
   <source>There are no sentences to read in "{0}", only in {1}: speak freely.</source>
   <extracomment>{0} = language, {1} = known</extracomment>
   <translation>没有“{0}”的提示句，只有 {1} 的：请自由说话。</translation>
  </message>
  <message>
   <location filename="../../app/clone/prompts.py"></location>
   <source>There is no sentence "{0}".</source>
   <extracomment>{0} = prompt_id</extracomment>
   <translation>没有提示句“{0}”。</translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>A fan or another steady noise is audible: switch it off, or move away from the computer and closer to the microphone.</source>
   <translation>能听到风扇或其他持续的噪声：请关掉它，或离电脑远一点、离麦克风近一点。</translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>A hum of {0} Hz from the mains is audible: move microphone and cable away from power supplies, try another socket, or run a laptop on its battery.</source>
   <extracomment>{0} = hum.mains_hz</extracomment>
   <translation>能听到 {0} Hz 的电源哼声：请让麦克风和线缆远离电源适配器，换一个插座，或让笔记本电脑用电池供电。</translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>Choose 44100 or 48000 Hz in the sound settings, if the microphone has it.</source>
   <translation>如果麦克风支持，请在系统声音设置中选择 44100 或 48000 Hz。</translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>High tones are missing, as over Bluetooth or a telephone: a microphone on a cable sounds better.</source>
   <translation>缺少高音，就像通过蓝牙或电话一样：有线麦克风效果更好。</translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>It is nearly too loud: turn the microphone down a little.</source>
   <translation>音量接近上限：请把麦克风调低一点。</translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>Move closer to the microphone, or turn it up a little.</source>
   <translation>请离麦克风近一点，或把它调高一点。</translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>Move much closer to the microphone, or turn it up.</source>
   <translation>请离麦克风近很多，或把它调高。</translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>Nobody was heard: check that the right microphone is chosen and not muted.</source>
   <translation>没有听到人声：请检查是否选对了麦克风，以及它是否被静音。</translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>Noises come and go: close doors and windows, switch off music and television, or wait until it is quieter.</source>
   <translation>有时断时续的噪声：请关好门窗，关掉音乐和电视，或等安静一些再录。</translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>Somebody spoke during the silence: do the check again and wait quietly.</source>
   <translation>静默时有人说话：请重新检查，并保持安静。</translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>That is loud: turn the microphone down a little.</source>
   <translation>声音较大：请把麦克风调低一点。</translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>The microphone runs at telephone quality: choose another one, or 48000 Hz.</source>
   <translation>麦克风只有电话音质：请换一个麦克风，或选择 48000 Hz。</translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <location filename="../../app/clone/takes.py"></location>
   <source>The room echoes: move closer to the microphone, or go to a room with curtains, a carpet or a bed.</source>
   <translation>房间有回声：请离麦克风近一点，或换到有窗帘、地毯或床的房间。</translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>Your voice is cut off where it is loud: turn the microphone down.</source>
   <translation>你的声音在响处被削掉了：请把麦克风调低。</translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>Clipping</source>
   <translation>削波</translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>Echo</source>
   <translation>回声</translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>High tones</source>
   <translation>高音</translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>Hum</source>
   <translation>电源哼声</translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>Level</source>
   <translation>电平</translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>Noise</source>
   <translation>噪声</translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>Sample rate</source>
   <translation>采样率</translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>dies away in {value} s</source>
   <translation>{value} s 内消失</translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>none</source>
   <translation>无</translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>up to {value} kHz</source>
   <translation>最高 {value} kHz</translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>{value} dB below your voice</source>
   <translation>比你的声音低 {value} dB</translation>
  </message>
  <message>
   <location filename="../../app/clone/take_report.py"></location>
   <source>The stored check of a take is damaged: check the take again.</source>
   <translation>保存的录音片段检查结果已损坏：请重新检查该片段。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>A hum from the mains is audible: move the microphone and its cable away from power supplies, or run a laptop on its battery.</source>
   <translation>能听到电源哼声：请让麦克风和线缆远离电源适配器，或让笔记本电脑用电池供电。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>High tones are missing: a headset over Bluetooth or a telephone does that; a microphone on a cable sounds better.</source>
   <translation>缺少高音：蓝牙耳机或电话会这样；有线麦克风效果更好。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>It is rather quiet: a little closer would be better.</source>
   <translation>声音偏小：再靠近一点更好。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>It is too long: make a pause and stop after each sentence.</source>
   <translation>太长了：请在每句之后停顿并停止录音。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>It is too loud, the loudest places are cut off: turn the microphone down, or move back a little.</source>
   <translation>声音太大，最响处被削掉了：请把麦克风调低，或往后退一点。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>It is too quiet: move closer to the microphone, or turn it up in the sound settings.</source>
   <translation>声音太小：请离麦克风近一点，或在系统声音设置中调高音量。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>Nobody can be heard: check that the right microphone is chosen and not muted, then read it again.</source>
   <translation>听不到人声：请检查是否选对了麦克风、是否被静音，然后重新朗读。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>Other words were heard than the ones shown: read it again, word by word.</source>
   <translation>听到的内容与显示的不同：请逐字重新朗读。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>Some noise is audible: a quieter place would be better.</source>
   <translation>能听到一些噪声：换个更安静的地方更好。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>That was too long for the text: read only what is shown, and go on without long pauses.</source>
   <translation>相对文字而言太长：请只读显示的内容，中间不要停顿太久。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>That was too short for the text: read all of it, not too fast.</source>
   <translation>相对文字而言太短：请完整朗读，不要太快。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>That was very fast: read it more slowly, as if to a friend.</source>
   <translation>读得太快：请读慢一些，就像对朋友说话一样。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>The beginning is cut off: press the key, wait a moment, then begin to read.</source>
   <translation>开头被截断：按键后稍等片刻，再开始朗读。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>The end is cut off: wait a moment after the last word, then press the key.</source>
   <translation>结尾被截断：读完最后一个字后稍等片刻，再按键。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>The room echoes a little: closer would be better.</source>
   <translation>房间有一点回声：再靠近一点更好。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>The sound card adds a constant voltage; it does no harm here.</source>
   <translation>声卡带有直流偏移；在这里没有影响。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>There is hardly any speech in it: press the key, wait a moment, read the whole sentence, wait a moment, press again.</source>
   <translation>几乎没有语音：按键，稍等片刻，读完整句，再稍等片刻，然后再按一次。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>There is too much noise behind the voice: close the window, switch off fans and music, or move closer to the microphone.</source>
   <translation>背景噪声太大：请关上窗户，关掉风扇和音乐，或离麦克风近一点。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>This sounds like another person than the other takes: only one person may read. If it was you, read it again as before.</source>
   <translation>听起来与其他录音片段不是同一个人：只能由一个人朗读。如果确实是你，请像之前那样重读一遍。</translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>Two people can be heard in it: only one person may speak.</source>
   <translation>能听到两个人的声音：只能由一个人说话。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_host.py"></location>
   <source>A voice is being made already: wait for it, or cancel it.</source>
   <translation>已经在制作一个声音：请等它完成，或取消它。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_host.py"></location>
   <source>The training process cannot be started ({0}).</source>
   <extracomment>{0} = error</extracomment>
   <translation>无法启动训练进程（{0}）。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_host.py"></location>
   <source>The training process stopped unexpectedly (exit code {0}) again: close other programs, then go on with it.</source>
   <extracomment>{0} = code</extracomment>
   <translation>训练进程再次意外停止（退出码 {0}）：请关闭其他程序，然后继续。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_host.py"></location>
   <source>The training process stopped unexpectedly (exit code {0}) and goes on from where it was.</source>
   <extracomment>{0} = code</extracomment>
   <translation>训练进程意外停止（退出码 {0}），已从中断处继续。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>A training job has a field of the wrong kind.</source>
   <translation>训练任务中有类型错误的字段。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>A voice belongs to the person who speaks: their consent is needed.</source>
   <translation>声音属于说话的人：需要其同意。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>Cannot write the training job {0}: {1}.</source>
   <extracomment>{0} = folder, {1} = reason(error)</extracomment>
   <translation>无法写入训练任务 {0}：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <location filename="../../app/recordings.py"></location>
   <source>Name at least one recording.</source>
   <translation>请至少指定一个录音。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>The colour of a voice must look like #7a8ca3.</source>
   <translation>声音的颜色必须写成 #7a8ca3 这样的形式。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>The consent record of a training job is not one.</source>
   <translation>训练任务的同意记录无效。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>The settings of fine-tuning must be numbers.</source>
   <translation>微调的设置必须是数字。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>The training job {0} is damaged: make a new one.</source>
   <extracomment>{0} = folder / JOB_FILE</extracomment>
   <translation>训练任务 {0} 已损坏：请新建一个。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>There is no training job in {0}, or it is damaged: make a new one.</source>
   <extracomment>{0} = folder</extracomment>
   <translation>{0} 中没有训练任务，或者已损坏：请新建一个。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>This is no state of a training job.</source>
   <translation>这不是训练任务的状态。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>This voice is being made already, by another window or command.</source>
   <translation>另一个窗口或命令正在制作这个声音。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_process.py"></location>
   <location filename="../../app/transcription/process.py"></location>
   <source>This is an error in Syrinx itself ({0}).</source>
   <extracomment>{0} = text</extracomment>
   <translation>这是 Syrinx 自身的错误（{0}）。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_soak.py"></location>
   <source>The training ended before the stream: nothing was measured.</source>
   <translation>训练在音频流之前结束：没有测量到任何内容。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_work.py"></location>
   <location filename="../../app/enrolment.py"></location>
   <location filename="../../app/voices.py"></location>
   <source>"{0}" is the name of a built-in voice; choose another name.</source>
   <extracomment>{0} = job.id</extracomment>
   <translation>“{0}”是内置声音的名称；请换一个名称。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_work.py"></location>
   <source>The system refused to read or write ({0}): make room on the disk and go on with it.</source>
   <extracomment>{0} = reason(error)</extracomment>
   <translation>系统拒绝读写（{0}）：请腾出磁盘空间，然后继续。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_work.py"></location>
   <source>The voice was not fine-tuned, which needs torch: pip install "syrinx[training]" and enroll it again.</source>
   <translation>这个声音没有微调，因为微调需要 torch：请运行 pip install "syrinx[training]"，然后重新登记。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_work.py"></location>
   <location filename="../../app/voices.py"></location>
   <source>There already is a voice "{0}"; choose another name.</source>
   <extracomment>{0} = job.id</extracomment>
   <translation>已经有名为“{0}”的声音；请换一个名称。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_work.py"></location>
   <source>There is not enough memory to make the voice: close other programs and go on with it.</source>
   <translation>内存不足，无法制作声音：请关闭其他程序，然后继续。</translation>
  </message>
  <message>
   <location filename="../../app/clone_area.py"></location>
   <source>Clone</source>
   <translation>克隆</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>A consent record must say whether it was recorded or stated.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>A consent record needs a date like 2026-11-21.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>A consent record needs {0}, up to {1} characters.</source>
   <extracomment>{0} = what, {1} = longest</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>A consent that was only stated has no recording.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>A language is written like "en" or "zh-Hant".</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>A recorded consent must be more than 0 and up to {0} s long.</source>
   <extracomment>{0} = MAX_RECORDING_S</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>A recorded consent must name the SHA-256 of its recording.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>In a consent record {0} cannot contain control characters.</source>
   <extracomment>{0} = what</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>The check of a consent either matches or differs.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>The person whose voice this is agreed to its imitation with Syrinx.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/control_area.py"></location>
   <source>Keys</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/control_area.py"></location>
   <source>MIDI</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/control_area.py"></location>
   <source>Remote control</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/crashes.py"></location>
   <source>Something went wrong inside Syrinx ({0}).</source>
   <extracomment>{0} = kind</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/crashes.py"></location>
   <source>Something went wrong inside Syrinx ({0}); details are in {1}.</source>
   <extracomment>{0} = kind, {1} = self._log.path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/crashes.py"></location>
   <source>Syrinx ended unexpectedly the last time; the details are in {0}.1. Settings, Diagnostics, has a report for whoever can help.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/device_extras.py"></location>
   <source>Virtual microphone</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/diagnostics_area.py"></location>
   <source>Diagnostics</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/diagnostics_area.py"></location>
   <source>The window opens.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/builder.py"></location>
   <source>"{0}" is an effect: only neural voices can be morphed into.</source>
   <extracomment>{0} = second.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/builder.py"></location>
   <source>The voice cannot be built ({0}: {1}).</source>
   <extracomment>{0} = type(error).__name__, {1} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/chain_check.py"></location>
   <source>The sentences to measure a voice with are missing ({0}): install Syrinx again.</source>
   <extracomment>{0} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/checking.py"></location>
   <source>The {0} must be a number, not {1}.</source>
   <extracomment>{0} = name, {1} = value</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/checking.py"></location>
   <source>The {0} must lie between {1} and {2}{3}, not {4}.</source>
   <extracomment>{0} = name, {1} = low, {2} = high, {3} = scale, {4} = value</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/clip_desk.py"></location>
   <source>{0} cannot be played.</source>
   <extracomment>{0} = read.request.path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/clip_reader.py"></location>
   <source>{0} cannot be played ({1}: {2}).</source>
   <extracomment>{0} = request.path, {1} = type(error).__name__, {2} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/clip_reader.py"></location>
   <source>{0} is longer than {1} minutes, the most that can be played: cut it first.</source>
   <extracomment>{0} = path, {1} = MAX_CLIP_S / 60</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>Internal error in the engine ({0}: {1}).</source>
   <extracomment>{0} = type(error).__name__, {1} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>Nothing is being recorded.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>Nothing runs: start the stream, then {0}.</source>
   <extracomment>{0} = what</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>The sound library hangs over a lost device: restart the engine.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>The sound stopped with the stream: start both again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>The voice cannot be built.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>No sound device was found: plug one in or start a sound server (PipeWire, PulseAudio or JACK), then refresh the list.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>None of the sound devices has an {0}: plug one in and refresh.</source>
   <extracomment>{0} = kind</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>Several {0} devices match "{1}": write one of {2}.</source>
   <extracomment>{0} = kind, {1} = wanted, {2} = several</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>The PortAudio library is missing: install it (Debian and Ubuntu: `sudo apt install libportaudio2`) and start Syrinx again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device_messages.py"></location>
   <source>The gain of the monitor must lie between -60 and 24 dB, not {0}.</source>
   <extracomment>{0} = self.gain_db</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device_messages.py"></location>
   <source>The input channel must be a number from 1 to {0}, not {1}.</source>
   <extracomment>{0} = MAX_CHANNEL, {1} = channel</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device_messages.py"></location>
   <source>The monitor hears "output" or "input", not {0}.</source>
   <extracomment>{0} = self.source</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device_names.py"></location>
   <source>"{0}" hears what Syrinx plays on "{1}": that feeds back; choose a microphone as the input.</source>
   <extracomment>{0} = source.name, {1} = output.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device_watch.py"></location>
   <source>The search for sound devices broke off; search again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device_watch.py"></location>
   <source>The search for sound devices hangs; restart the sound server.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Another voice.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Callback not called for {0} ms, voice waited {1} ms, slowest block {2} ms, of which {3} ms computing.</source>
   <extracomment>{0} = hiccup.callback_gap_ms, {1} = hiccup.waited_ms, {2} = hiccup.slowest_ms, {3} = hiccup.slowest_cpu_ms</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Delay measured: {0} ms, of which the loop {1} ms (spread {2} ms).</source>
   <extracomment>{0} = event.total_ms, {1} = event.measured_ms, {2} = event.spread_ms</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Engine ready after {0} s, priority {1}.</source>
   <extracomment>{0} = event.ready_s, {1} = event.priority</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Stream started: {0}, {1} Hz, period {2}, priority {3}, {4} ms.</source>
   <extracomment>{0} = event.host_api, {1} = event.sample_rate, {2} = event.period, {3} = event.priority, {4} = event.latency.total_ms</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Stream stopped ({0}).</source>
   <extracomment>{0} = event.reason</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>The delay is {0} ms now.</source>
   <extracomment>{0} = event.latency.total_ms</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>{0} late, {1} ms silent: {2}.</source>
   <extracomment>{0} = blocks, {1} = hiccup.missing_ms, {2} = CAUSES[hiccup.cause]</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/guard.py"></location>
   <source>Blocks come too late although the safety margin is at {0} ms: close other programs, or choose a lighter voice.</source>
   <extracomment>{0} = step.margin_ms</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/guard.py"></location>
   <source>Nothing has been late for a while: the safety margin shrank from {0} to {1} ms.</source>
   <extracomment>{0} = before_ms, {1} = step.margin_ms</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/guard.py"></location>
   <source>Some blocks came too late: the safety margin grew from {0} to {1} ms.</source>
   <extracomment>{0} = before_ms, {1} = step.margin_ms</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/guard.py"></location>
   <source>The sound stood still for {0} s, more than the {1} ms that a margin may hold: see Settings, Diagnostics, for the cause.</source>
   <extracomment>{0} = step.missing_ms / 1000, {1} = LIMIT_MS</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/guard.py"></location>
   <source>This voice is too slow for this machine as it is now: close other programs, or choose another voice.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>The audio engine cannot be started ({0}).</source>
   <extracomment>{0} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>The audio engine did not answer within {0} s: try again, or run `syrinx doctor`.</source>
   <extracomment>{0} = timeout_s</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>The audio engine has failed; restart Syrinx or run `syrinx doctor`.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>The engine has not been started.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>The recording "{0}" ended with the engine; what was written is kept.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>The sound stopped with the engine: play it again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>{0} and was started again.</source>
   <extracomment>{0} = reason</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>{0}, again and again: choose other devices or run `syrinx doctor`.</source>
   <extracomment>{0} = reason</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/jack_loop.py"></location>
   <source>An outside client needs JACK-Client and libjack: `pip install JACK-Client`, `sudo apt install jackd2`.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/jack_loop.py"></location>
   <source>The JACK server "{0}" does not answer.</source>
   <extracomment>{0} = server</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/jack_loop.py"></location>
   <source>The JACK server has stopped.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/jack_loop.py"></location>
   <source>The engine has no ports in JACK.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/latency.py"></location>
   <source>No delay can be measured: one of the two signals is silent.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/live.py"></location>
   <source>The report "{0}" cannot be written: {1}.</source>
   <extracomment>{0} = report, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/margin.py"></location>
   <source>A margin grows by a step, at most to its limit, and never back.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/margin.py"></location>
   <source>A margin waits longer before its first step down than after it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/measurement.py"></location>
   <source>The chirp was not heard: connect the output to the input by a cable or a virtual one, or hold the microphone to the loudspeaker and turn it up, then measure again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/monitor.py"></location>
   <source>The monitor stopped ({0}: {1}).</source>
   <extracomment>{0} = type(error).__name__, {1} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/monitor_desk.py"></location>
   <source>The monitor "{0}" is the output itself, where you hear your voice already: choose another device for one of them.</source>
   <extracomment>{0} = result.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/neural_parts.py"></location>
   <source>"{0}" is an effect: only neural voices can be morphed.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/neural_parts.py"></location>
   <source>The fine-tuning of the voice "{0}" was made for another decoder and is left out; {1}.</source>
   <extracomment>{0} = voice.name, {1} = remedy</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/neural_parts.py"></location>
   <source>The likeness of the voice "{0}" was made for another content encoder and is left out; {1}.</source>
   <extracomment>{0} = voice.name, {1} = remedy</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/neural_parts.py"></location>
   <source>The voice "{0}" has no speaker embedding: enrol it again.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/opener.py"></location>
   <source>The device cannot be opened ({0}).</source>
   <extracomment>{0} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>One can mute off, talk, voice or all, not {0}.</source>
   <extracomment>{0} = self.mute</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio.py"></location>
   <source>"{0}" and "{1}" do not take {2} Hz; they run at {3} Hz.</source>
   <extracomment>{0} = self.input_name, {1} = self.output_name, {2} = wanted, {3} = rate</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio.py"></location>
   <source>"{0}" and "{1}" have no sample rate in common: choose another pair, or the devices of a sound server (PipeWire, PulseAudio).</source>
   <extracomment>{0} = self.input_name, {1} = self.output_name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio.py"></location>
   <source>"{0}" and "{1}" opened but no sound moved: choose another device or restart the sound server.</source>
   <extracomment>{0} = self.input_name, {1} = self.output_name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio.py"></location>
   <source>"{0}" and "{1}" refuse the exclusive mode; they are shared with other programs.</source>
   <extracomment>{0} = self.input_name, {1} = self.output_name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio.py"></location>
   <source>JACK runs with {0} samples per period; the wanted {1} can only be set in JACK itself.</source>
   <extracomment>{0} = self.period, {1} = self._wanted_period</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio.py"></location>
   <source>The sound device {0} is gone: plug it in again or choose another one.</source>
   <extracomment>{0} = names</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_halves.py"></location>
   <source>"{0}" has no rate to open it at.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_halves.py"></location>
   <source>"{0}" opened but no sound moved: choose another device or restart the sound server.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_halves.py"></location>
   <location filename="../../app/engine/pulse_device.py"></location>
   <source>The sound device "{0}" is gone: plug it in again or choose another.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>"{0}" has {1}: choose one of them, not {2}.</source>
   <extracomment>{0} = name, {1} = count, {2} = input_channel</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>{0} cannot be opened ({1}): choose other devices.</source>
   <extracomment>{0} = names, {1} = text</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>{0} cannot be opened: another program (perhaps another Syrinx) has {1}; close it or choose other devices.</source>
   <extracomment>{0} = names, {1} = them</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>{0} {1} not take {2} Hz: choose another rate or device.</source>
   <extracomment>{0} = names, {1} = verb, {2} = rate</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/process.py"></location>
   <source>The audio engine cannot start ({0}): reinstall Syrinx.</source>
   <extracomment>{0} = reason</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/pulse.py"></location>
   <source>The sound server refuses ({0}).</source>
   <extracomment>{0} = self.reason()</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/pulse.py"></location>
   <source>The sound server refuses the format ({0}).</source>
   <extracomment>{0} = self.reason()</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/pulse.py"></location>
   <source>The sound server's client library is missing: install libpulse0 (Debian and Ubuntu: `sudo apt install libpulse0`).</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/pulse.py"></location>
   <source>There is no sound server ({0}).</source>
   <extracomment>{0} = self.reason()</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/pulse_device.py"></location>
   <source>"{0}" cannot be used. {1}: choose another device or restart the sound server.</source>
   <extracomment>{0} = self.name, {1} = why</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/pulse_device.py"></location>
   <source>Single channels of "{0}" cannot be had from the sound server: choose the mix, or the device of the same name under ALSA or JACK.</source>
   <extracomment>{0} = info.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack.py"></location>
   <source>The network for noise suppression is not installed and is left out; install Syrinx again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>A stage is on or off, not {0}.</source>
   <extracomment>{0} = value</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>The order of the output stages must name {0} once each.</source>
   <extracomment>{0} = ', '.join(OUTPUT_STAGES)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_presets.py"></location>
   <source>As if you spoke in a furnished room instead of into a microphone.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_presets.py"></location>
   <source>Close and even, as on the radio: full, dense, not sharp.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_presets.py"></location>
   <source>Noise taken out, one loudness, rumble and sharp s sounds lowered.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/recorder.py"></location>
   <source>The recording "{0}" ended early ({1}): {2}; {3} are kept.</source>
   <extracomment>{0} = self.path, {1} = _reason(problem), {2} = advice, {3} = kept</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/recorder.py"></location>
   <source>The recording "{0}" is lost: its folder was taken away and cannot be made again ({1}).</source>
   <extracomment>{0} = self.path, {1} = _reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/recorder.py"></location>
   <source>The recording ended early, as its file was taken away: {0} were saved again as "{1}".</source>
   <extracomment>{0} = kept, {1} = self.path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/recorder.py"></location>
   <source>There is no room for the recording "{0}": the disk has {1} MB left.</source>
   <extracomment>{0} = path, {1} = self.free_bytes / 1000000.0</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/recording_file.py"></location>
   <source>A recording must end in {0}, and "{1}" does not.</source>
   <extracomment>{0} = ', '.join(FORMATS), {1} = path.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/recording_file.py"></location>
   <source>The recording "{0}" cannot be written ({1}).</source>
   <extracomment>{0} = path, {1} = reason</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/recording_file.py"></location>
   <source>The recording "{0}" exists already: choose another name.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/ring.py"></location>
   <source>A ring needs room for one sample at least, not {0}.</source>
   <extracomment>{0} = capacity</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/scripted.py"></location>
   <source>"{0}" cannot be read as audio: {1}.</source>
   <extracomment>{0} = script.input_path, {1} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/scripted.py"></location>
   <source>"{0}" has {1} Hz and the scripted device {2} Hz: give it the rate of the file.</source>
   <extracomment>{0} = script.input_path, {1} = sample_rate, {2} = script.sample_rate</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/scripted.py"></location>
   <source>The scripted device is gone: choose another one.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/soak.py"></location>
   <source>The engine did not notice that its device was gone.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/stream.py"></location>
   <source>A recording to "{0}" runs already: stop it first.</source>
   <extracomment>{0} = self.recorder.path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/stream.py"></location>
   <location filename="../../app/studio_parts.py"></location>
   <source>Nothing is being recorded: start a recording, then mark.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/stream.py"></location>
   <source>Panic mute is on, so no chirp gets out: take it back, then measure.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/stream.py"></location>
   <source>The delay is being measured already: wait for the result.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/stream.py"></location>
   <source>Your microphone hears the loudspeaker {0}: the output rests for {1} s and is then tried again. Use headphones, or turn the loudspeaker down.</source>
   <extracomment>{0} = what, {1} = report.muted_s</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/taps.py"></location>
   <source>The telemetry belongs to another version: restart Syrinx.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/taps.py"></location>
   <source>The telemetry of the engine is gone: restart Syrinx.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/voice_chain.py"></location>
   <source>The parts of the chain's delay do not add up to its delay.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/worker.py"></location>
   <source>The voice stopped with an internal error ({0}: {1}).</source>
   <extracomment>{0} = type(error).__name__, {1} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/enrolment.py"></location>
   <source>No voiced speech was found, so auto pitch does nothing for this voice.</source>
   <translation>没有找到浊音，因此自动音高对这个声音不起作用。</translation>
  </message>
  <message>
   <location filename="../../app/enrolment.py"></location>
   <source>The recordings give no voice; use cleaner ones.</source>
   <translation>用这些录音无法得到声音；请使用更干净的录音。</translation>
  </message>
  <message>
   <location filename="../../app/enrolment.py"></location>
   <source>The voice was not fine-tuned.</source>
   <translation>这个声音没有微调。</translation>
  </message>
  <message>
   <location filename="../../app/enrolment.py"></location>
   <source>There already is a voice "{0}"; choose another name, or use --replace.</source>
   <extracomment>{0} = taken.id</extracomment>
   <translation>已经有名为“{0}”的声音；请换一个名称，或使用 --replace。</translation>
  </message>
  <message>
   <location filename="../../app/enrolment.py"></location>
   <source>{0} sounds like another person than the other recordings.</source>
   <extracomment>{0} = name</extracomment>
   <translation>{0} 听起来与其他录音不是同一个人。</translation>
  </message>
  <message>
   <location filename="../../app/files.py"></location>
   <source>Cannot write {0}: {1}.</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/files.py"></location>
   <source>Cannot {0} into {1}: {2}.</source>
   <extracomment>{0} = doing, {1} = folder, {2} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/inspection.py"></location>
   <source>{0} samples were no numbers and count as silence.</source>
   <extracomment>{0} = reader.bad_samples</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/instance.py"></location>
   <source>Cannot write {0}; set SYRINX_HOME to a folder you can write.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/instance.py"></location>
   <source>Syrinx is already open; close its window first, or set SYRINX_HOME to another folder for a second one.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/live_extras.py"></location>
   <source>General</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/live_extras.py"></location>
   <location filename="../../app/views/settings_view.py"></location>
   <source>Settings</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
   <source>Cannot make the folder {0}: {1}.</source>
   <extracomment>{0} = folder, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
   <source>The result cannot go to the standard output; name a file or a folder.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
   <source>The result would overwrite the input {0}; use another -o.</source>
   <extracomment>{0} = result</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
   <source>{0} and {1} would both become {2}; convert them one by one.</source>
   <extracomment>{0} = seen[place], {1} = source, {2} = result</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
   <source>{0} files cannot go into the one file {1}.</source>
   <extracomment>{0} = len(inputs), {1} = target</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
   <source>{0} samples were no numbers and became silence.</source>
   <extracomment>{0} = reader.bad_samples</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/osc.py"></location>
   <source>OSC has no type for this value.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/osc.py"></location>
   <source>This is no OSC packet.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>"{0}" cannot be read: {1}.</source>
   <extracomment>{0} = path.name, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>"{0}" holds no presets.</source>
   <extracomment>{0} = path.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>"{0}" is too large to be a preset.</source>
   <extracomment>{0} = path.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>A preset needs a name of at most {0} characters.</source>
   <extracomment>{0} = MAX_NAME</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>The colour of a preset is written as #rrggbb.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>The id of a preset is a short word.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>The preset is damaged.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>The presets could not be understood; they are kept in {0}.</source>
   <extracomment>{0} = aside.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>The presets in {0} cannot be read ({1}).</source>
   <extracomment>{0} = self._path, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>The voice of a preset is an id.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>There is room for {0} presets: delete some first.</source>
   <extracomment>{0} = MAX_PRESETS</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>These are no presets.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <location filename="../../app/services/remote_session.py"></location>
   <source>This is no JSON.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/recordings.py"></location>
   <source>The recordings hold {0} s of speech; {1} s is the least, {2} s is good.</source>
   <extracomment>{0} = speech_s, {1} = LEAST_SPEECH_S, {2} = GOOD_SPEECH_S</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/recordings.py"></location>
   <source>{0} holds values that are no numbers (NaN); save it again or leave it out.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/recordings.py"></location>
   <source>{0} is clipped ({1} % of it at full scale); record it again with less gain, or leave it out.</source>
   <extracomment>{0} = path, {1} = 100 * clipped / read</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/recordings.py"></location>
   <source>{0} is clipped in places; less gain gives a cleaner voice.</source>
   <extracomment>{0} = path.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/recordings.py"></location>
   <source>{0} is silent, or has less than half a second of speech.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/remote_access.py"></location>
   <source>{0} cannot be read ({1}).</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/checking_client.py"></location>
   <source>{0} Try it again.</source>
   <extracomment>{0} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys.py"></location>
   <source>Keys cannot be used.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys.py"></location>
   <source>Keys work while a Syrinx window is in front.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys.py"></location>
   <source>Keys work while a Syrinx window is in front: on macOS there are no others yet.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_portal.py"></location>
   <source>Global keys on Wayland need the package jeepney.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_portal.py"></location>
   <source>There is no session bus to ask the desktop for keys.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_portal.py"></location>
   <source>This desktop has no portal for global keys.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_portal.py"></location>
   <source>Your desktop asks whether Syrinx may have these keys, and may give it others: its own settings show which.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_windows.py"></location>
   <location filename="../../app/services/hotkeys_x11.py"></location>
   <source>Another program has the key {0}.</source>
   <extracomment>{0} = hotkey.chord</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_windows.py"></location>
   <location filename="../../app/services/hotkeys_x11.py"></location>
   <source>Keys work everywhere; other programs do not get them while Syrinx runs.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_windows.py"></location>
   <source>The library user32 is missing.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_x11.py"></location>
   <location filename="../../app/services/xcb.py"></location>
   <source>The X server cannot be reached.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_x11.py"></location>
   <source>The system keeps {0} for itself.</source>
   <extracomment>{0} = hotkey.chord</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_x11.py"></location>
   <source>Your keyboard has no key {0}.</source>
   <extracomment>{0} = hotkey.chord.key</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/midi.py"></location>
   <source>MIDI does not work here ({0}).</source>
   <extracomment>{0} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/midi.py"></location>
   <source>MIDI needs the package python-rtmidi: pip install syrinx[midi].</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/midi.py"></location>
   <source>The MIDI port “{0}” is not there.</source>
   <extracomment>{0} = port</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/midi.py"></location>
   <source>There is no MIDI here: neither ALSA's sequencer (the kernel module snd-seq) nor a JACK server runs.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/osc_server.py"></location>
   <source>Port {0} cannot be used for OSC ({1}{2}): choose another one.</source>
   <extracomment>{0} = port, {1} = text[:1].lower(), {2} = text[1:]</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/remote_server.py"></location>
   <source>Port {0} cannot be used for the remote control ({1}{2}): choose another one.</source>
   <extracomment>{0} = port, {1} = text[:1].lower(), {2} = text[1:]</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/remote_server.py"></location>
   <source>The remote control needs a token: renew it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/remote_session.py"></location>
   <source>A message is a JSON object.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/remote_session.py"></location>
   <source>This is an error in Syrinx itself.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/xcb.py"></location>
   <source>The X server has no keyboard extension.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/services/xcb.py"></location>
   <source>The library lib{0} is missing.</source>
   <extracomment>{0} = name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>Cannot use the data folder {0} ({1}); set SYRINX_HOME to a folder that you can write.</source>
   <extracomment>{0} = folder, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>Setting favourites must be a list of texts.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>Setting theme must be one of {0}.</source>
   <extracomment>{0} = ', '.join(THEMES)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>Setting {0} must be a number.</source>
   <extracomment>{0} = name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>Setting {0} must be a text.</source>
   <extracomment>{0} = name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>Setting {0} must be between {1} and {2}.</source>
   <extracomment>{0} = name, {1} = low, {2} = high</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>Setting {0} must be true or false.</source>
   <extracomment>{0} = name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>Settings in {0} cannot be read ({1}); the defaults are used.</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>The settings file {0} was damaged; {1}.</source>
   <extracomment>{0} = path, {1} = where</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/studio.py"></location>
   <source>There is no {0} in {1}: name a folder of models.</source>
   <extracomment>{0} = INDEX_NAME, {1} = models</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/studio_parts.py"></location>
   <source>Marks what is being said now in the recording.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/studio_parts.py"></location>
   <source>Recording</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/studio_parts.py"></location>
   <source>Some pads of the soundboard were damaged and are left out: add them again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/cues.py"></location>
   <source>A line of subtitles has 10 to 500 characters.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/cues.py"></location>
   <source>A subtitle has 1 to 4 lines.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/cues.py"></location>
   <source>A subtitle is shown for 1 to 60 seconds.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/formats.py"></location>
   <source>"{0}" is no format of transcripts; use {1}.</source>
   <extracomment>{0} = kind, {1} = ', '.join(FORMATS)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/formats.py"></location>
   <source>There are no subtitles in it: it is neither SRT nor WebVTT.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/process.py"></location>
   <source>There is not enough memory for this: close other programs, then try again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/queue.py"></location>
   <source>Cannot use the folder {0} ({1}).</source>
   <extracomment>{0} = folder, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/queue.py"></location>
   <source>The list of transcriptions was damaged; it was made again from them.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/queue.py"></location>
   <source>The queue holds at most {0} files: remove some first.</source>
   <extracomment>{0} = MAX_ITEMS</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/queue.py"></location>
   <source>The transcript {0} is damaged.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/queue.py"></location>
   <source>There is no transcript of this file to change.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/queue.py"></location>
   <source>{0} holds more than {1} files.</source>
   <extracomment>{0} = path, {1} = MAX_FILES_SEEN</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>A segment of a transcript has at least one word.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>A segment without a word cannot be kept: delete it instead.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>A word of a transcript is a text without white space.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>Speakers of a transcript are counted from 0.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The confidence of the word "{0}" is not within 0 to 1.</source>
   <extracomment>{0} = self.text</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The length of a transcript's recording is not a number of seconds.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The segments of a transcript are not in order.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The times of the word "{0}" are not in order.</source>
   <extracomment>{0} = self.text</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The transcript has {0} words; at most {1} can be read.</source>
   <extracomment>{0} = count, {1} = MAX_WORDS</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The transcript is damaged: a field is missing or odd.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The transcript is damaged: it is no JSON.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The transcript is of another version of Syrinx.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The word "{0}" begins before the one before it.</source>
   <extracomment>{0} = after.text</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>This JSON is no transcript of Syrinx.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/clone_listen.py"></location>
   <source>as alike as recordings of the speaker are</source>
   <translation>与本人的录音一样像</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/clone_listen.py"></location>
   <source>clearly alike</source>
   <translation>明显相似</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/clone_listen.py"></location>
   <source>hardly alike</source>
   <translation>几乎不像</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/clone_listen.py"></location>
   <source>somewhat alike</source>
   <translation>有些相似</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/clone_training.py"></location>
   <source>Collecting typical sounds</source>
   <translation>正在收集典型音色</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/clone_training.py"></location>
   <source>Fine-tuning</source>
   <translation>正在微调</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/clone_training.py"></location>
   <source>Listening to the voice</source>
   <translation>正在聆听声音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/clone_training.py"></location>
   <source>Making the first version</source>
   <translation>正在制作第一版</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/clone_training.py"></location>
   <source>Reading the takes</source>
   <translation>正在读取录音片段</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/clone_training.py"></location>
   <source>Storing the voice</source>
   <translation>正在保存声音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/clone_training.py"></location>
   <source>The statement of consent must be recorded first.</source>
   <translation>必须先录制同意声明。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/room_check.py"></location>
   <source>The room check cannot write its recording ({error}).</source>
   <translation>房间检查无法写入录音（{error}）。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/wizard.py"></location>
   <source>An earlier take sounds like another person: left out, see the list.</source>
   <translation>较早的一个录音片段听起来像另一个人：已排除，见列表。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/wizard.py"></location>
   <source>Give the voice a name first.</source>
   <translation>请先给声音起个名字。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/wizard.py"></location>
   <source>Stopped; what was found until then is kept.</source>
   <translation>已停止；此前找到的内容已保留。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/wizard.py"></location>
   <source>The recording is clean and as long as the statement takes.</source>
   <translation>录音干净，长度与声明相符。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/wizard.py"></location>
   <source>The statement of consent must be read and recorded first.</source>
   <translation>必须先朗读并录制同意声明。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/wizard.py"></location>
   <source>The statement says something else now: it must be read again.</source>
   <translation>声明的内容变了：必须重新朗读。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/wizard.py"></location>
   <source>The voice must be made first.</source>
   <translation>必须先制作声音。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/wizard.py"></location>
   <source>{count} earlier takes sound like another person: left out, see the list.</source>
   <translation>较早的 {count} 个录音片段听起来像另一个人：已排除，见列表。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/wizard.py"></location>
   <source>{missing:.0f} more seconds of accepted speech are needed.</source>
   <translation>还需要 {missing:.0f} 秒合格的语音。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_capture.py"></location>
   <source>Checking…</source>
   <translation>正在检查…</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_capture.py"></location>
   <source>Microphone</source>
   <translation>麦克风</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_capture.py"></location>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Microphone closed</source>
   <translation>麦克风已关闭</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_capture.py"></location>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>One moment</source>
   <translation>请稍候</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_capture.py"></location>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Open again</source>
   <translation>重新打开</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_capture.py"></location>
   <source>Opening…</source>
   <translation>正在打开…</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_capture.py"></location>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Record</source>
   <translation>录音</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_capture.py"></location>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Space: record</source>
   <translation>空格键：录音</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_capture.py"></location>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Space: stop</source>
   <translation>空格键：停止</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_capture.py"></location>
   <source>The microphone</source>
   <translation>麦克风</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_capture.py"></location>
   <location filename="../../app/views/clone_room.py"></location>
   <source>The microphone is closed.</source>
   <translation>麦克风已关闭。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_clip.py"></location>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Play</source>
   <translation>播放</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_clip.py"></location>
   <source>Spectrogram: {title}</source>
   <translation>频谱图：{title}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_clip.py"></location>
   <location filename="../../app/views/clone_files.py"></location>
   <location filename="../../app/views/clone_room.py"></location>
   <location filename="../../app/views/clone_take_list.py"></location>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_curves.py"></location>
   <source>{steps:,.0f} steps</source>
   <translation>{steps:,.0f} 步</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_files.py"></location>
   <source>Choose files</source>
   <translation>选择文件</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_files.py"></location>
   <source>Drop recordings here</source>
   <translation>把录音拖到这里</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_files.py"></location>
   <source>Files that are cut</source>
   <translation>正在切分的文件</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_files.py"></location>
   <source>Looking for speech, {share:.0f} %</source>
   <translation>正在查找语音，{share:.0f} %</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_files.py"></location>
   <source>Recordings of the voice</source>
   <translation>这个声音的录音</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_files.py"></location>
   <source>Sound files (*.wav *.flac *.ogg *.opus *.mp3 *.m4a *.aiff *.aif);;All files (*)</source>
   <translation>声音文件 (*.wav *.flac *.ogg *.opus *.mp3 *.m4a *.aiff *.aif);;所有文件 (*)</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_files.py"></location>
   <source>Speech of one person, without music. Long files are cut into takes; other speakers, music and noise are put aside.</source>
   <translation>一个人的语音，不带音乐。长文件会切成录音片段；其他说话人、音乐和噪声会被排除。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_files.py"></location>
   <source>Stop; the takes that were found stay</source>
   <translation>停止；已找到的录音片段会保留</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_files.py"></location>
   <source>WHAT WAS PUT ASIDE</source>
   <translation>未采用的部分</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_likeness.py"></location>
   <source>Likeness unknown</source>
   <translation>相似度未知</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_likeness.py"></location>
   <source>Likeness {value:.2f}</source>
   <translation>相似度 {value:.2f}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_likeness.py"></location>
   <source>below {above:g}</source>
   <translation>低于 {above:g}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_likeness.py"></location>
   <source>{least:g} to {above:g}</source>
   <translation>{least:g} 到 {above:g}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>A sentence</source>
   <translation>一句话</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>AFTER</source>
   <translation>转换后</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>BEFORE</source>
   <translation>转换前</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Convert a sound file instead</source>
   <translation>改为转换一个声音文件</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Converting…</source>
   <translation>正在转换…</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Delete everything</source>
   <translation>全部删除</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Delete the voice and its recordings for good?</source>
   <translation>永久删除这个声音及其录音？</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Delete this voice and its recordings</source>
   <translation>删除这个声音及其录音</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Discard</source>
   <translation>放弃</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <location filename="../../app/views/clone_start.py"></location>
   <source>Keep</source>
   <translation>保留</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <location filename="../../app/views/clone_training.py"></location>
   <source>LIKENESS</source>
   <translation>相似度</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Likeness {likeness:.2f} of 1 to the speaker; your own voice has {before:.2f}.</source>
   <translation>与说话人的相似度为 {likeness:.2f}（满分 1）；你自己的声音为 {before:.2f}。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Listen to both.</source>
   <translation>听听两者。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Not measured yet</source>
   <translation>尚未测量</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Or say something else.</source>
   <translation>或者再说点别的。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Pitch: none needed, your voices lie equally high.</source>
   <translation>音高：无需调整，你们的声音一样高。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Pitch: {shift:.1f} semitones down; the Live area does it by itself (Auto).</source>
   <translation>音高：降低 {shift:.1f} 个半音；“实时”页会自动调整（自动）。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Pitch: {shift:.1f} semitones up; the Live area does it by itself (Auto).</source>
   <translation>音高：升高 {shift:.1f} 个半音；“实时”页会自动调整（自动）。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Record a sentence to hear and measure how alike it is.</source>
   <translation>录一句话，听一听并测量有多像。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Save and use this voice live</source>
   <translation>保存并实时使用</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Say a sentence or two, then press Space.</source>
   <translation>说一两句话，然后按空格键。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Say a sentence, in your own voice.</source>
   <translation>用你自己的声音说一句话。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <location filename="../../app/views/clone_room.py"></location>
   <source>That did not work.</source>
   <translation>没有成功。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>The same in the new voice.</source>
   <translation>用新声音说的同一句话。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>The sentence is put into the new voice.</source>
   <translation>正在把这句话转换成新声音。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Use a file</source>
   <translation>使用文件</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_listen.py"></location>
   <source>Your own sentence appears here.</source>
   <translation>你自己说的话会显示在这里。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_parts.py"></location>
   <source>Record, or stop (Space)</source>
   <translation>录音或停止（空格键）</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_parts.py"></location>
   <source>Stop recording</source>
   <translation>停止录音</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_progress.py"></location>
   <source>Accepted speech: {text}</source>
   <translation>合格的语音：{text}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_progress.py"></location>
   <location filename="../../app/views/clone_room.py"></location>
   <source>good</source>
   <translation>良好</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_progress.py"></location>
   <source>usable</source>
   <translation>可用</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_progress.py"></location>
   <source>{have}: enough for a good voice</source>
   <translation>{have}：足够做出好声音</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_progress.py"></location>
   <source>{have}: usable; {left} to a good voice</source>
   <translation>{have}：可用；再录 {left} 可得到好声音</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_progress.py"></location>
   <source>{have}: {missing:.0f} s to a usable voice</source>
   <translation>{have}：再录 {missing:.0f} 秒即可用</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_prompter.py"></location>
   <source>In whole sentences, as you speak; up to half a minute.</source>
   <translation>用完整的句子，像平时那样说；最多半分钟。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_prompter.py"></location>
   <source>Next sentence</source>
   <translation>下一句</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_prompter.py"></location>
   <source>Next sentence (Right)</source>
   <translation>下一句（→ 键）</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_prompter.py"></location>
   <source>READ ALOUD  {number} / {count}</source>
   <translation>请朗读  {number} / {count}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_prompter.py"></location>
   <source>Sentence before</source>
   <translation>上一句</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_prompter.py"></location>
   <source>Sentence before (Left)</source>
   <translation>上一句（← 键）</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_prompter.py"></location>
   <source>TALK ABOUT</source>
   <translation>谈谈</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_prompter.py"></location>
   <source>Talk about what you like.</source>
   <translation>说说你喜欢的事。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>Check again</source>
   <translation>重新检查</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>Check the room.</source>
   <translation>检查房间。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>First you say nothing for three seconds, then you read one sentence aloud.</source>
   <translation>先保持安静三秒钟，然后朗读一句话。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>Follow the advice at the right, then check again.</source>
   <translation>请按右侧的建议改进，然后重新检查。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>How long the room answers</source>
   <translation>房间的余响有多长</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>How loud you are</source>
   <translation>你的声音有多大</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>Judging what was heard …</source>
   <translation>正在评估…</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>MICROPHONE</source>
   <translation>麦克风</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>Mains and transformers</source>
   <translation>来自市电和变压器</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>Now read this aloud.</source>
   <translation>现在朗读这句话。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>Open the microphone</source>
   <translation>打开麦克风</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>RESULTS</source>
   <translation>结果</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>ROOM CHECK</source>
   <translation>房间检查</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>Samples per second of the microphone</source>
   <translation>麦克风每秒的采样数</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>Say nothing for three seconds.</source>
   <translation>请保持安静三秒钟。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>Start the check</source>
   <translation>开始检查</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>Start, or stop (Space)</source>
   <translation>开始或停止（空格键）</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>Syrinx listens to the room.</source>
   <translation>Syrinx 正在听房间的声音。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>The results appear here.</source>
   <translation>结果会显示在这里。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>The room is not checked yet; you may go on all the same.</source>
   <translation>还没有检查房间；你也可以直接继续。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>This room is good for recording.</source>
   <translation>这个房间适合录音。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>This room spoils the recordings.</source>
   <translation>这个房间会影响录音。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>This room spoils the recordings. You may go on, but the voice will sound of the room.</source>
   <translation>这个房间会影响录音。你可以继续，但做出的声音会带有房间的声响。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>This room will do; better is possible.</source>
   <translation>这个房间可以用，还能更好。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>Up to where the microphone hears</source>
   <translation>麦克风能听到多高的音</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>What is heard while nobody speaks</source>
   <translation>没人说话时听到的声音</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>What is too loud for the device</source>
   <translation>超出设备承受范围的音量</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>fair</source>
   <translation>一般</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>poor</source>
   <translation>较差</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>{device}, {rate:g} kHz. Another microphone is chosen in the Live area.</source>
   <translation>{device}，{rate:g} kHz。要换麦克风，请到“实时”页选择。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_room.py"></location>
   <source>{figure}. {advice}</source>
   <translation>{figure}。{advice}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_start.py"></location>
   <source>30 seconds of speech at least; 3 minutes are better.</source>
   <translation>至少 30 秒语音；3 分钟更好。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_start.py"></location>
   <source>A new voice</source>
   <translation>新的声音</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_start.py"></location>
   <source>A quiet room, and a microphone close to the mouth.</source>
   <translation>安静的房间，麦克风靠近嘴边。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_start.py"></location>
   <source>Begin</source>
   <translation>开始</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_start.py"></location>
   <source>Delete</source>
   <translation>删除</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_start.py"></location>
   <source>Delete it and its recordings</source>
   <translation>删除它及其录音</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_start.py"></location>
   <source>Delete the recordings of {name} for good?</source>
   <translation>永久删除 {name} 的录音？</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_start.py"></location>
   <source>Delete {name}</source>
   <translation>删除 {name}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_start.py"></location>
   <source>Go on</source>
   <translation>继续</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_start.py"></location>
   <source>Go on with {name} where it was left</source>
   <translation>从上次停下的地方继续制作 {name}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_start.py"></location>
   <source>Made on this computer, and it stays here. What is needed:</source>
   <translation>在这台电脑上制作，也只保存在这里。你需要：</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_start.py"></location>
   <source>Name of the new voice</source>
   <translation>新声音的名称</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_start.py"></location>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Name of the voice</source>
   <translation>声音的名称</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_start.py"></location>
   <source>None yet. What you begin is kept here until it is a voice.</source>
   <translation>还没有。你开始制作的声音会保留在这里，直到完成。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_start.py"></location>
   <source>The consent of who speaks, read aloud and recorded.</source>
   <translation>说话人的同意声明，由本人朗读并录下。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_start.py"></location>
   <source>VOICES IN THE MAKING</source>
   <translation>制作中的声音</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_start.py"></location>
   <source>{time} min of speech</source>
   <translation>{time} 分钟语音</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_steps.py"></location>
   <source>Back to the list of voices; go on at any time</source>
   <translation>回到声音列表；随时可以继续</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_steps.py"></location>
   <source>Leave, everything is kept</source>
   <translation>离开，内容会保留</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_steps.py"></location>
   <source>Listen</source>
   <translation>试听</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_steps.py"></location>
   <source>Room</source>
   <translation>房间</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_steps.py"></location>
   <source>Step {number}, {name}, {state}</source>
   <translation>第 {number} 步，{name}，{state}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_steps.py"></location>
   <source>Takes</source>
   <translation>录音片段</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_steps.py"></location>
   <location filename="../../app/views/clone_training.py"></location>
   <source>Training</source>
   <translation>训练</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_steps.py"></location>
   <source>Who and consent</source>
   <translation>说话人与同意</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_steps.py"></location>
   <source>done</source>
   <translation>已完成</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_steps.py"></location>
   <source>not reached yet</source>
   <translation>尚未到达</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_steps.py"></location>
   <source>shown now</source>
   <translation>当前</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_take_list.py"></location>
   <source>Delete take {number}</source>
   <translation>删除录音片段 {number}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_take_list.py"></location>
   <source>Delete this take</source>
   <translation>删除这个录音片段</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_take_list.py"></location>
   <source>Free speech</source>
   <translation>自由说话</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_take_list.py"></location>
   <source>Not used</source>
   <translation>未使用</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_take_list.py"></location>
   <source>Play take {number}</source>
   <translation>播放录音片段 {number}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_take_list.py"></location>
   <source>Play this take</source>
   <translation>播放这个录音片段</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_take_list.py"></location>
   <source>Seconds of speech; the take has {seconds:.1f} s</source>
   <translation>语音的秒数；整个片段为 {seconds:.1f} s</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_take_list.py"></location>
   <source>TAKES</source>
   <translation>录音片段</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_take_list.py"></location>
   <source>The takes that you record are listed here.</source>
   <translation>你录制的片段会列在这里。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_take_list.py"></location>
   <source>Used for the voice</source>
   <translation>用于制作声音</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_take_list.py"></location>
   <source>{count} accepted</source>
   <translation>{count} 个合格</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_takes.py"></location>
   <source>, </source>
   <translation>，</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_takes.py"></location>
   <source>Accepted: {figures}.</source>
   <translation>合格：{figures}。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_takes.py"></location>
   <source>Files</source>
   <translation>文件</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_takes.py"></location>
   <source>It is judged at once, and you can listen to it at the right.</source>
   <translation>录完马上评估，可以在右侧试听。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_takes.py"></location>
   <source>Listening to the take …</source>
   <translation>正在听这段录音…</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_takes.py"></location>
   <source>Once more, please.</source>
   <translation>请再来一次。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_takes.py"></location>
   <source>Press Space and speak.</source>
   <translation>按空格键，然后说话。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_takes.py"></location>
   <source>Prompts</source>
   <translation>提示句</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_takes.py"></location>
   <source>Read the sentence, then press Space.</source>
   <translation>朗读这句话，然后按空格键。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_takes.py"></location>
   <source>Speak freely</source>
   <translation>自由说话</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_takes.py"></location>
   <source>Speak, then press Space.</source>
   <translation>说话，然后按空格键。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_takes.py"></location>
   <source>Where takes come from</source>
   <translation>录音片段的来源</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_takes.py"></location>
   <source>likeness {value:.2f}</source>
   <translation>相似度 {value:.2f}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_takes.py"></location>
   <source>{value:.0f} dB above the noise</source>
   <translation>高于噪声 {value:.0f} dB</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_takes.py"></location>
   <source>{value:.0f} dB loud</source>
   <translation>响度 {value:.0f} dB</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_takes.py"></location>
   <source>{value:.1f} s of speech</source>
   <translation>语音 {value:.1f} s</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>A few seconds left</source>
   <translation>还剩几秒</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>A first version is there: go on and listen to it, or wait. You may leave this page and speak with another voice in the Live area.</source>
   <translation>第一版已经做好：可以继续去试听，也可以等待。你可以离开此页，在“实时”页用别的声音说话。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>About {minutes} minutes left</source>
   <translation>大约还剩 {minutes} 分钟</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>About {seconds} seconds left</source>
   <translation>大约还剩 {seconds} 秒</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>Error</source>
   <translation>误差</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>Go on and listen to it, or make it again after more takes.</source>
   <translation>继续去试听，或再录一些片段后重新制作。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>Go on with the training</source>
   <translation>继续训练</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>How alike the voice is to the speaker, 1 at most.</source>
   <translation>声音与说话人的相似程度，最高为 1。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>How far the voice is from the takes, while it learns.</source>
   <translation>学习过程中，声音与录音片段的差距。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>It takes some minutes on this computer, and nothing leaves it. You can stop early and keep the best so far.</source>
   <translation>在这台电脑上需要几分钟，任何内容都不会离开它。你可以提前停止，并保留目前最好的结果。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>LEARNING</source>
   <translation>学习</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>Likeness</source>
   <translation>相似度</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>Make it again</source>
   <translation>重新制作</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>Make the voice</source>
   <translation>制作声音</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>Make {name} out of {speech} minutes of speech</source>
   <translation>用 {speech} 分钟语音制作 {name}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>Stop and keep the best so far</source>
   <translation>停止并保留目前最好的结果</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>The takes are kept; nothing of them is lost.</source>
   <translation>录音片段都已保留，没有丢失。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>Try it again</source>
   <translation>再试一次</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>Worth knowing</source>
   <translation>值得注意</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>You may leave this page and speak with another voice in the Live area.</source>
   <translation>你可以离开此页，在“实时”页用别的声音说话。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>error on the takes</source>
   <translation>录音片段的误差</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>likeness to the speaker</source>
   <translation>与说话人的相似度</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>on takes kept apart</source>
   <translation>留作检验的片段</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>{name} could not be made</source>
   <translation>无法制作 {name}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>{name} is being made</source>
   <translation>正在制作 {name}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_training.py"></location>
   <source>{name} is ready</source>
   <translation>{name} 已完成</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_view.py"></location>
   <source>All voices</source>
   <translation>全部声音</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_view.py"></location>
   <source>Back</source>
   <translation>返回</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_view.py"></location>
   <source>Continue</source>
   <translation>继续</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_view.py"></location>
   <source>Continue to step {name}</source>
   <translation>继续到“{name}”</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Brick</source>
   <translation>砖红</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Choose a picture</source>
   <translation>选择图片</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Choose a picture of the voice</source>
   <translation>选择声音的图片</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Choose …</source>
   <translation>选择…</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Colour</source>
   <translation>颜色</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Colour {name}</source>
   <translation>颜色：{name}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>English</source>
   <translation>英语</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Ink</source>
   <translation>墨蓝</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>It is recorded and kept with the voice.</source>
   <translation>它会被录下，并与声音一起保存。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Lagoon</source>
   <translation>湖蓝</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <location filename="../../app/views/general_page.py"></location>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Language of the recordings</source>
   <translation>录音的语言</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Leaf</source>
   <translation>叶绿</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Listen to the recorded statement</source>
   <translation>试听录下的声明</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Listening to the recording …</source>
   <translation>正在听录音…</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Mandarin</source>
   <translation>普通话</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>My own</source>
   <translation>我自己的</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Name of the speaker</source>
   <translation>说话人的姓名</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Ochre</source>
   <translation>赭石</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Picture</source>
   <translation>图片</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Please read it once more.</source>
   <translation>请再读一遍。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Read the statement aloud.</source>
   <translation>请朗读这份声明。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Read the statement, then press Space again.</source>
   <translation>朗读声明，然后再按空格键。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Record again to replace it.</source>
   <translation>重新录音可替换它。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Recorded on {date}, {seconds:.0f} seconds.</source>
   <translation>录制于 {date}，{seconds:.0f} 秒。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Rose</source>
   <translation>玫瑰</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>STATEMENT OF CONSENT, TO BE READ ALOUD</source>
   <translation>同意声明（请朗读）</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Show the colour instead</source>
   <translation>改为显示颜色</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Slate</source>
   <translation>石板灰</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Somebody else's</source>
   <translation>别人的</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>The name is missing</source>
   <translation>缺少姓名</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>The statement says it; use the name you go by.</source>
   <translation>声明中会念到它；请用你常用的姓名。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>They must sit here and read the statement themselves.</source>
   <translation>对方必须在场，并亲自朗读声明。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Violet</source>
   <translation>紫罗兰</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>WHO</source>
   <translation>说话人</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Whose voice it is</source>
   <translation>谁的声音</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <source>Your name</source>
   <translation>你的姓名</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>&amp;Auto</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>&amp;Formant</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>&amp;Input gain</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>&amp;Output gain</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>&amp;Pitch</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Amplifies the microphone before the voice.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Amplifies what others hear.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Automatic pitch</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Brillia&amp;nce above 8 kHz</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Clean-up</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Controls</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Devices</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Levels</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Li&amp;keness</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Mix</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>More sounds more like the voice, less keeps your words clearer.
For voices that keep samples of their own speech: enrol an older one again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Neural voices speak up to 8 kHz; this adds what lies above, at no delay.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Pitch</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Shift of the pitch in semitones.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Shift of the vocal tract: lower sounds larger, higher sounds smaller.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Shift your mean pitch to the mean pitch of the voice</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Sound</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Timbre</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>&amp;Mark what cloned voices say</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>APPEARANCE</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>CLONED VOICES</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>Closes Syrinx and opens it in the chosen language</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>How the window looks</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>Inaudible; found again by “syrinx inspect FILE”</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>Language of the window, from the next start on</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>Like the system</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>Start again &amp;now</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <location filename="../../app/views/main_window.py"></location>
   <source>Theme</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>What a voice made of somebody's recordings says carries an inaudible mark, which “syrinx inspect” finds again, after MP3 compression too. It protects the person whose voice it is: leave it on unless you have a reason.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/live_view.py"></location>
   <source>Input</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/live_view.py"></location>
   <source>No audio device. Connect a microphone and search again (F5).</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/live_view.py"></location>
   <source>Output</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/live_view.py"></location>
   <source>Press Space to start.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/live_view.py"></location>
   <source>Spectrogram</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/live_view.py"></location>
   <source>Your new voice appears here.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/main_window.py"></location>
   <source>&amp;Dark</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/main_window.py"></location>
   <source>&amp;Light</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/main_window.py"></location>
   <source>&amp;Like the system</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/main_window.py"></location>
   <source>Light or dark</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/main_window.py"></location>
   <source>Live</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/main_window.py"></location>
   <source>Voices</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/settings_view.py"></location>
   <location filename="../../app/views/tabs.py"></location>
   <source>Pages; the arrow keys move along them</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/virtual_cable.py"></location>
   <source>Download BlackHole 2ch (free) from existential.audio/blackhole, or: brew install blackhole-2ch.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/virtual_cable.py"></location>
   <source>Download VB-CABLE (free) from vb-audio.com/Cable and unpack it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/virtual_cable.py"></location>
   <source>Open the package, follow it, and enter your password when macOS asks.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/virtual_cable.py"></location>
   <source>Restart Windows. Syrinx then finds “CABLE Input” by itself.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/virtual_cable.py"></location>
   <source>Restart the Mac. Syrinx then finds “BlackHole 2ch” by itself.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/virtual_cable.py"></location>
   <source>Right-click VBCABLE_Setup_x64, choose “Run as administrator”, then “Install Driver”.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/virtual_mic.py"></location>
   <source>No sound server runs: start PipeWire (with pipewire-pulse) or PulseAudio.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/virtual_mic.py"></location>
   <source>The sound server does not make the virtual microphone ({0}): update PipeWire or PulseAudio, or restart it.</source>
   <extracomment>{0} = words[0]</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/virtual_mic.py"></location>
   <source>Windows and macOS need a virtual cable, which you install once.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_adapter.py"></location>
   <source>A tensor of the voice's adapter has an impossible name.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_adapter.py"></location>
   <source>A voice's adapter has at most {0} numbers.</source>
   <extracomment>{0} = MAX_NUMBERS</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_adapter.py"></location>
   <source>A voice's adapter must name the SHA-256 of its decoder.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_adapter.py"></location>
   <source>A voice's adapter needs 1 to {0} tensors.</source>
   <extracomment>{0} = MAX_TENSORS</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_adapter.py"></location>
   <source>A voice's adapter needs finite numbers.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>A picture of a voice must be a PNG or JPEG file.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>A voice cannot have a file of that name.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>A voice cannot have a file {0}, only {1}.</source>
   <extracomment>{0} = name, {1} = ', '.join(sorted(MAX_BYTES))</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>A voice has one picture.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>Cannot read the picture {0}: {1}.</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The file {0} of a voice is too large.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The file {0} of a voice needs a SHA-256.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The file {0} of a voice needs a size.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The {0} has {1} MB; {2} MB is the most.</source>
   <extracomment>{0} = _WHAT[name], {1} = len(data) / 1000000.0, {2} = MAX_BYTES[name] / 1000000.0</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The {0} is not {1}.</source>
   <extracomment>{0} = _WHAT[name], {1} = _FORM[name]</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The {0} {1} cannot be read: {2}.</source>
   <extracomment>{0} = _WHAT[item.name], {1} = path, {2} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The {0} {1} was altered or cut short.</source>
   <extracomment>{0} = _WHAT[item.name], {1} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>There is no picture file {0}.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_bank.py"></location>
   <source>A voice's bank must name the SHA-256 of its content encoder.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_bank.py"></location>
   <source>A voice's bank needs 1 to {0} frames that are not zero.</source>
   <extracomment>{0} = MAX_FRAMES</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_bank.py"></location>
   <source>A voice's bank needs frames of {0} small integers.</source>
   <extracomment>{0} = CONTENT_CHANNELS</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_design.py"></location>
   <source>"{0}" and "{1}" are opposites; nothing is between.</source>
   <extracomment>{0} = first.name, {1} = second.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_design.py"></location>
   <source>"{0}" is an effect; only neural voices can be redesigned.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_design.py"></location>
   <source>Every voice with these sliders comes too near to a real speaker's; choose less extreme values or another seed.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_design.py"></location>
   <source>The seed must be a whole number from 0 up.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_design.py"></location>
   <source>The share of the second voice must lie between 0 and 1.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_design.py"></location>
   <source>The slider {0} goes from {1} to {2}{3}, not to {4}.</source>
   <extracomment>{0} = key, {1} = attribute.low, {2} = attribute.high, {3} = unit, {4} = value</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_design.py"></location>
   <source>The voice "{0}" was made with another speaker encoder; make it again first.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>A consent recording needs the record that says who agreed and to what.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>That name cannot be one of a file.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>The consent recording is not the one that the consent record names.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>The files of the voice "{0}" are not those of its profile.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>The manifest in {0} is damaged.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>The recording that the consent record names is missing.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} does not hold the files that its manifest names.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} has format {1}; this version reads up to format {2}, so update Syrinx.</source>
   <extracomment>{0} = path, {1} = _small(repr(form)), {2} = EXCHANGE_FORMAT</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} holds a link and was refused.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} holds an entry twice and was refused.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} holds the unsafe path {1} and was refused.</source>
   <extracomment>{0} = path, {1} = _shown(entry)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} holds too many files to be a voice file.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} holds {1}, which no voice file has.</source>
   <extracomment>{0} = path, {1} = _shown(entry)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} in {1} was altered or cut short: its checksum does not fit.</source>
   <extracomment>{0} = name, {1} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} is encrypted; a voice file never is.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} is not a voice file or is damaged.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} is not a voice file: it holds no {1}.</source>
   <extracomment>{0} = path, {1} = VOICE_FILE</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} is packed in a way that a voice file never is.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} is too large to be a voice file.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_files.py"></location>
   <source>The voice profile {0} has format {1}; this version reads format {2}, so update Syrinx.</source>
   <extracomment>{0} = source, {1} = form, {2} = FORMAT</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_files.py"></location>
   <source>The voice profile {0} is damaged.</source>
   <extracomment>{0} = source</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_files.py"></location>
   <source>The voice profile {0} was altered or cut short: its checksum does not fit.</source>
   <extracomment>{0} = source</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_folder.py"></location>
   <source>The profile {0} is damaged.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_folder.py"></location>
   <location filename="../../app/voice_sources.py"></location>
   <source>The voice profile {0} is too large to be one.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_mixture.py"></location>
   <source>"{0}" is an effect; only neural voices can be mixed.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_mixture.py"></location>
   <source>Put the morph between two different voices to keep it as a voice.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_mixture.py"></location>
   <source>The voice "{0}" has neither a consent nor a licence, so nothing can be made from it.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>A tag has up to {0} characters, without control characters.</source>
   <extracomment>{0} = MAX_TAG</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>A voice has up to {0} tags.</source>
   <extracomment>{0} = MAX_TAGS</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>A voice must be a JSON object.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>A {0} needs a name of 1 to {1} characters.</source>
   <extracomment>{0} = of, {1} = MAX_NAME</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The colour of the voice "{0}" must look like #7a8ca3.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The effect voice "{0}" must name its effect.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The field "files" must be a list.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The field "tags" must be a list of texts.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The field "{0}" is missing.</source>
   <extracomment>{0} = name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The field "{0}" must be a number.</source>
   <extracomment>{0} = name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The field "{0}" must be a text.</source>
   <extracomment>{0} = name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The flutter of the voice "{0}" is outside 0 to 0.1.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The median F0 of the voice "{0}" is outside 30 to 1000 Hz.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The name of a {0} cannot contain control characters.</source>
   <extracomment>{0} = of</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The neural voice "{0}" cannot name an effect.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The provenance of a voice has up to {0} characters.</source>
   <extracomment>{0} = MAX_PROVENANCE</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The provenance of a voice must be JSON values.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The voice "{0}" has the unknown kind {1}.</source>
   <extracomment>{0} = self.name, {1} = self.kind</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The voice "{0}" names a file twice.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The voice "{0}" needs a speaker embedding of {1} finite numbers and length 1.</source>
   <extracomment>{0} = name, {1} = EMBEDDING_SIZE</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_sources.py"></location>
   <source>"{0}" is built in and cannot be stored as your own voice.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_sources.py"></location>
   <source>The voice "{0}" cannot be stored without a note of the consent of the person whose voice it is.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_sources.py"></location>
   <source>The voice profile {0} belongs in a folder named {1}; rename its folder.</source>
   <extracomment>{0} = path, {1} = voice.id</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_sources.py"></location>
   <source>The voice profile {0} cannot be read: {1}.</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_sources.py"></location>
   <source>Voices in {0} cannot be read: {1}.</source>
   <extracomment>{0} = self._folder, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_tuning.py"></location>
   <source>Fine-tuning has no setting {0}.</source>
   <extracomment>{0} = unknown[0]</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_tuning.py"></location>
   <source>{0} was replaced: reinstall syrinx.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>"{0}" is an effect that every Syrinx has; there is nothing to export.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>"{0}" is an effect, of which there can be no copy.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>"{0}" is built in and cannot be removed.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>"{0}" is built in and cannot be {1}.</source>
   <extracomment>{0} = voice.name, {1} = done</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>Cannot remove the voice "{0}": {1}.</source>
   <extracomment>{0} = id_or_name, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>Cannot store the voice "{0}" in {1}: {2}.</source>
   <extracomment>{0} = voice.name, {1} = self.folder, {2} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>Several voices are called "{0}"; use one of the ids {1}.</source>
   <extracomment>{0} = id_or_name, {1} = ids</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>The voice "{0}" has no version "{1}"; see: syrinx voices versions {2}.</source>
   <extracomment>{0} = voice.name, {1} = version, {2} = voice.id</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>The voice "{0}" is too large to be stored.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>There already is a voice "{0}"; take another name, or replace it.</source>
   <extracomment>{0} = voice.id</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>{0} exists already; choose another name, or use --force.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/auto_level.py"></location>
   <source>The limits of the automatic level cannot be negative.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/base.py"></location>
   <source>A delay cannot be negative, and {0} samples were asked for.</source>
   <extracomment>{0} = samples</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/base.py"></location>
   <source>A sample rate of {0} Hz is not supported: use 8000 to 192000 Hz.</source>
   <extracomment>{0} = sample_rate</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/base.py"></location>
   <source>{0} needs one channel in multiples of {1} samples, not an array of shape {2}.</source>
   <extracomment>{0} = type(self).__name__, {1} = self._block_size, {2} = block.shape</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/chain.py"></location>
   <source>A chain needs processors of one sample rate, not {0}; wrap the odd ones in Resampled.</source>
   <extracomment>{0} = ' and '.join((f'{rate} Hz' for rate in rates)) or 'an empty list'</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/chain.py"></location>
   <source>Blocks of {0} samples do not fit a processor that takes multiples of {1}.</source>
   <extracomment>{0} = block_size, {1} = inner.block_size</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/compressor.py"></location>
   <source>A compressor needs a ratio of at least 1, a knee of at least 0 dB and times above 0 ms.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/de_esser.py"></location>
   <source>The de-esser's band must begin above 0 Hz.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>A growl from below.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>A record from long ago.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>A synthesizer speaks your words.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>A whisper from far away.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Breath without voice.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Deep in the rock.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>From beneath the surface.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Huge, slow and rumbling.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>In a concert hall.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Loud and clear, from across the square.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Not from here.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>One note, one mood.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Over a land line.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Over an old two-way radio.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Several of you at once.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Small and young.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>There is no effect "{0}"; there are {1}.</source>
   <extracomment>{0} = effect_id, {1} = ', '.join(sorted(EFFECTS))</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Tiny, quick and squeaky.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Your voice, higher and lighter.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Your voice, lower and fuller.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/equalizer.py"></location>
   <source>The sample rate must be above 0 Hz.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/filters.py"></location>
   <source>A filter at {0} Hz is not possible at {1} Hz.</source>
   <extracomment>{0} = hz, {1} = sample_rate</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/filters.py"></location>
   <source>A filter needs at least one section.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/formant_warp.py"></location>
   <source>Formants cannot be moved at {0} Hz in steps of {1}.</source>
   <extracomment>{0} = sample_rate, {1} = step</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/formant_warp.py"></location>
   <source>Formants move by {0} to {1} semitones, not by {2}.</source>
   <extracomment>{0} = -MAX_SEMITONES, {1} = MAX_SEMITONES, {2} = value</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/gate.py"></location>
   <source>The gate's look-back must be at least {0} ms to keep onsets whole, not {1} ms.</source>
   <extracomment>{0} = HOP_MS + OPEN_MS + 1.0, {1} = look_back_ms</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/high_band.py"></location>
   <source>There is no band above 8 kHz to add at {0} Hz.</source>
   <extracomment>{0} = sample_rate</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/limiter.py"></location>
   <source>The limiter's ceiling cannot lie above 0 dBFS.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/loudness.py"></location>
   <source>Loudness needs at least one loudspeaker.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/mel.py"></location>
   <source>Mel bands from {0} Hz to {1} Hz do not fit a rate of {2} Hz.</source>
   <extracomment>{0} = fmin_hz, {1} = top, {2} = sample_rate</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/mel.py"></location>
   <source>{0} mel bands are too many for a transform of {1} samples at {2} Hz: some would be empty.</source>
   <extracomment>{0} = n_mels, {1} = n_fft, {2} = sample_rate</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/mixing.py"></location>
   <source>Cannot fade from {0} Hz to {1} Hz: wrap one of the processors in Resampled.</source>
   <extracomment>{0} = old.sample_rate, {1} = new.sample_rate</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/mixing.py"></location>
   <source>Only an effect without delay can be switched; use Bypass.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/mixing.py"></location>
   <source>The wet share must lie between 0 and 1, not at {0}.</source>
   <extracomment>{0} = wet</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/pitch.py"></location>
   <source>F0 from {0} to {1} Hz cannot be found in windows of {2} samples at {3} Hz.</source>
   <extracomment>{0} = fmin_hz, {1} = fmax_hz, {2} = length, {3} = sample_rate</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/pitch.py"></location>
   <source>StreamingF0 needs multiples of {0} samples, not an array of {1}.</source>
   <extracomment>{0} = hop, {1} = audio.shape</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/pitch_metrics.py"></location>
   <source>The F0 tracks must have the same frames, not {0} and {1}.</source>
   <extracomment>{0} = estimated.shape, {1} = reference.shape</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/pitch_voicing.py"></location>
   <source>{0} does not belong to this version: reinstall Syrinx.</source>
   <extracomment>{0} = WEIGHTS</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/resample.py"></location>
   <source>Resampling {0} Hz to {1} Hz needs a delay of {2}{3} samples, not {4}.</source>
   <extracomment>{0} = rate_in, {1} = rate_out, {2} = 'at least ' if shortest else '', {3} = float(shortest), {4} = float(latency)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/reverb.py"></location>
   <source>The {0} of the reverb must lie between 0 and 1, not at {1}.</source>
   <extracomment>{0} = name, {1} = value</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/shift.py"></location>
   <source>Shifts from {0} to {1} semitones are possible, not {2}.</source>
   <extracomment>{0} = -MAX_SEMITONES, {1} = MAX_SEMITONES, {2} = semitones</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/stft.py"></location>
   <source>A transform of {0} samples cannot be overlapped in hops of {1}.</source>
   <extracomment>{0} = n_fft, {1} = hop_length</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/stft.py"></location>
   <source>An STFT needs hop &lt;= window &lt;= transform, not {0}, {1}, {2}.</source>
   <extracomment>{0} = hop_length, {1} = length, {2} = n_fft</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/stft.py"></location>
   <source>The window must have {0} samples.</source>
   <extracomment>{0} = length</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/voice_gate.py"></location>
   <source>The gate got {0} samples, but the voice activity of {1}: it must stand right behind its source.</source>
   <extracomment>{0} = audio.shape[0], {1} = activity.shape[0]</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/voice_gate.py"></location>
   <source>The gate opens at a probability above 0 and up to 1, not {0}.</source>
   <extracomment>{0} = value</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/voice_gate.py"></location>
   <source>The gate's look-back must be at least {0} ms, not {1} ms.</source>
   <extracomment>{0} = HOP_MS, {1} = look_back_ms</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/bundle.py"></location>
   <source>The list of models {0} cannot be read ({1}): remove it first.</source>
   <extracomment>{0} = index_path, {1} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/export.py"></location>
   <source>The exported graph of {0} does not use {1}.</source>
   <extracomment>{0} = name, {1} = sorted(missing)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/export.py"></location>
   <source>The exported model has no {0}: it is of another network.</source>
   <extracomment>{0} = name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/export.py"></location>
   <source>The exporter lost inputs or outputs of the network: {0}.</source>
   <extracomment>{0} = lost</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/export.py"></location>
   <source>The state {0} does not start from one number throughout.</source>
   <extracomment>{0} = name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/export.py"></location>
   <source>This network's step loses or adds a state: {0}.</source>
   <extracomment>{0} = sorted(set(following) ^ set(state))</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/export.py"></location>
   <source>{0} of the exported model does not fit: {1}.</source>
   <extracomment>{0} = name, {1} = value.shape</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/fidelity.py"></location>
   <source>There is nothing to compare with: give recordings of speech.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/quantize.py"></location>
   <source>The calibration percentile lies above 50 and at most at 100.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/quantize.py"></location>
   <source>The calibration stream drives the network to NaN or infinity.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/quantize.py"></location>
   <source>There is nothing to calibrate with: give recordings of speech.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/onnx_processor.py"></location>
   <source>A pitch shift of {0} semitones is not possible: use {1} to {2}.</source>
   <extracomment>{0} = semitones, {1} = -MAX_SHIFT_SEMITONES, {2} = MAX_SHIFT_SEMITONES</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/onnx_processor.py"></location>
   <source>Breathiness must lie between -1 and 1, not at {0}.</source>
   <extracomment>{0} = amount</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/onnx_processor.py"></location>
   <source>The F0 estimator looks further ahead than the neural voice does.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/onnx_processor.py"></location>
   <location filename="../../neural/runtime/timbre.py"></location>
   <source>The flutter of a voice must lie between 0 and {0}.</source>
   <extracomment>{0} = MAX_FLUTTER</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/onnx_processor.py"></location>
   <source>The index ratio must lie between 0 and 1, not {0}.</source>
   <extracomment>{0} = ratio</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/onnx_processor.py"></location>
   <source>The model {0} is of another version of syrinx (it has the inputs {1}): reinstall syrinx.</source>
   <extracomment>{0} = name, {1} = sorted(session.inputs)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/onnx_processor.py"></location>
   <source>The voice's bank has {0} numbers per frame, the content encoder {1}: enrol or import the voice again.</source>
   <extracomment>{0} = bank.channels, {1} = channels</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/registry.py"></location>
   <source>The list of models {0} cannot be read ({1}): {2}.</source>
   <extracomment>{0} = path, {1} = error, {2} = remedy</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/registry.py"></location>
   <source>The model file {0} cannot be read ({1}): {2}.</source>
   <extracomment>{0} = entry.path, {1} = reason, {2} = remedy</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/registry.py"></location>
   <source>The model file {0} has {1} bytes instead of {2}: it was cut short or replaced; {3}.</source>
   <extracomment>{0} = entry.path, {1} = len(content), {2} = entry.bytes, {3} = remedy</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/registry.py"></location>
   <source>The model file {0} was altered (its checksum is wrong): {1}.</source>
   <extracomment>{0} = entry.path, {1} = remedy</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/registry.py"></location>
   <source>The model {0} is not installed in {1}: reinstall syrinx, or use an effect voice, which needs no model.</source>
   <extracomment>{0} = name, {1} = folders</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/retrieval.py"></location>
   <source>A bank of content needs frames that are finite and not all zero.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/session.py"></location>
   <source>Input {0} has the shape {1}, the model needs {2}.</source>
   <extracomment>{0} = name, {1} = value.shape, {2} = buffer.shape</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/session.py"></location>
   <source>The model cannot run here: {0} has the type {1}.</source>
   <extracomment>{0} = node.name, {1} = node.type</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/session.py"></location>
   <source>The model cannot run step by step: {0} has the open shape {1}.</source>
   <extracomment>{0} = node.name, {1} = node.shape</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/session.py"></location>
   <source>The model has no input {0}, only {1}.</source>
   <extracomment>{0} = name, {1} = sorted(self._inputs)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/session.py"></location>
   <source>The model is broken: {0} has no {1}.</source>
   <extracomment>{0} = name, {1} = self._next(name)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/session.py"></location>
   <source>The model {0} cannot be opened: restore the file or reinstall syrinx ({1}).</source>
   <extracomment>{0} = label, {1} = reason</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/session.py"></location>
   <location filename="../../neural/runtime/timbre.py"></location>
   <source>The voice's adapter is not made for this model: enrol it again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/speaker.py"></location>
   <source>An embedding needs one channel of audio: mix it down to mono.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/speaker.py"></location>
   <source>The recording gives no voice: use a cleaner one.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/speaker.py"></location>
   <source>The recording has only {0} s of speech: {1} s is the least, 30 s is good.</source>
   <extracomment>{0} = speech.shape[0] / SAMPLE_RATE, {1} = SHORTEST_S</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/suppressor.py"></location>
   <source>The strength of noise suppression is 0 to 1, not {0}.</source>
   <extracomment>{0} = value</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/timbre.py"></location>
   <source>The voice is damaged: a voice has {0} finite numbers that are not all zero, this one an array of shape {1}; enrol or import it again.</source>
   <extracomment>{0} = EMBEDDING_SIZE, {1} = vector.shape</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/voice_space.py"></location>
   <source>A voice needs {0} finite numbers that are not all zero.</source>
   <extracomment>{0} = EMBEDDING_SIZE</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/voice_space.py"></location>
   <source>The space of voices is damaged: its limit cannot be used.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/voice_space.py"></location>
   <source>The space of voices is damaged: its {0} cannot be used.</source>
   <extracomment>{0} = name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/voice_space.py"></location>
   <source>The space of voices {0} cannot be read ({1}): reinstall syrinx.</source>
   <extracomment>{0} = path, {1} = error.strerror or error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/voice_space.py"></location>
   <source>The space of voices {0} has format {1}; this version reads format {2}: reinstall syrinx.</source>
   <extracomment>{0} = path, {1} = document['format'], {2} = FORMAT</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/runtime/voice_space.py"></location>
   <source>The space of voices {0} is damaged: reinstall syrinx.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/speaker_encoder.py"></location>
   <source>A speaker encoder needs as many channel counts as block counts.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/speaker_encoder.py"></location>
   <source>A speaker encoder needs hop_length &lt;= win_length &lt;= n_fft.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/speaker_encoder.py"></location>
   <source>There is no speaker encoder at {0}.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../neural/speaker_encoder.py"></location>
   <source>{0} is not a speaker encoder of this version: {1}.</source>
   <extracomment>{0} = path, {1} = reason</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/align.py"></location>
   <source>An aligner needs at least two classes and an odd kernel.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/augment.py"></location>
   <location filename="../../training/augment_batch.py"></location>
   <source>{0} must be (low, high), not {1}.</source>
   <extracomment>{0} = field.name, {1} = value</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/augment.py"></location>
   <location filename="../../training/augment_batch.py"></location>
   <source>{0} must be between 0 and 1, not {1}.</source>
   <extracomment>{0} = field.name, {1} = value</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/band_data.py"></location>
   <source>No band energies in {0}: run the recipe with --prepare 1.</source>
   <extracomment>{0} = folder</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/cli.py"></location>
   <source>Decode, resample, analyse and phonemize the training speech, once.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/cli.py"></location>
   <source>Measure quality.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/cli.py"></location>
   <source>Train a network by a recipe. Start with `prepare`.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/cli.py"></location>
   <source>{0} {1} --help explains one of them.</source>
   <extracomment>{0} = prog, {1} = metavar</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/data.py"></location>
   <source>No speech cache in {0}: run `syrinx train prepare` first.</source>
   <extracomment>{0} = cache</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/data.py"></location>
   <source>There is no manifest.tsv in {0}: name the speech folder.</source>
   <extracomment>{0} = speech</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/devices.py"></location>
   <source>The band of a device needs a low edge below its high edge.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/fit.py"></location>
   <source>The time budget and the learning rate must be above zero.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/joined_cache.py"></location>
   <source>Name at least one cache folder.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/joined_cache.py"></location>
   <source>{0} is missing: make it for this cache as for the first.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/conversion.py"></location>
   <source>There is no audio file in {0}.</source>
   <extracomment>{0} = folder</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/conversion.py"></location>
   <source>There is no folder {0}.</source>
   <extracomment>{0} = folder</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/conversion.py"></location>
   <source>{0} cannot be read as audio: {1}.</source>
   <extracomment>{0} = path, {1} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/conversion.py"></location>
   <source>{0} is shorter than 0.1 s.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/conversion.py"></location>
   <source>{0} of {1} sources have no converted file of the same name in {2}, the first is {3}.</source>
   <extracomment>{0} = len(missing), {1} = len(sources), {2} = converted, {3} = missing[0]</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/conversion_run.py"></location>
   <source>All sources are {0}; use more of them (--limit).</source>
   <extracomment>{0} = wish.speaker</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/conversion_run.py"></location>
   <source>{0} has less than {1} s beside what is compared with.</source>
   <extracomment>{0} = wish.speaker, {1} = LENGTHS_S[0]</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/conversion_run.py"></location>
   <source>{0} is neither a voice nor a speaker.</source>
   <extracomment>{0} = wish.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/dev_set.py"></location>
   <source>The cache holds no read dev sentences: prepare it from the whole pack.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/dev_set.py"></location>
   <source>There are no four recordings of 2 s of {0} in the cache.</source>
   <extracomment>{0} = speaker</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/dev_set.py"></location>
   <source>There are no two recordings of 2 s of {0} in the cache.</source>
   <extracomment>{0} = speaker</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/judges.py"></location>
   <source>NISQA in {0} does not work: {1}.</source>
   <extracomment>{0} = folder, {1} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/judges.py"></location>
   <source>NISQA is not installed: SYRINX_NISQA must name a copy of its repository.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/judges.py"></location>
   <source>No sentence has all its words in the judge's dictionary.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/judges.py"></location>
   <source>There is no {0}, so NISQA does not judge.</source>
   <extracomment>{0} = weights</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/judges.py"></location>
   <source>{0} needs {1} ({2}): pip install "syrinx[judges]".</source>
   <extracomment>{0} = what, {1} = package, {2} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/live_f0.py"></location>
   <source>The cache holds no voiced speech of that split.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/panel.py"></location>
   <source>There is no texts.tsv, so words are not judged.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/picture.py"></location>
   <source>A picture must be (height, width, 3) of 8-bit values.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/picture.py"></location>
   <source>There is nothing to draw.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/prosody.py"></location>
   <source>Recordings to be compared must be longer than 10 ms.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/scoring.py"></location>
   <source>A target needs two recordings: one to compare with, one to be it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/speaker.py"></location>
   <source>An equal error rate needs trials of the same and of different speakers.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/speaker.py"></location>
   <source>No {0} speaker has two pieces of {1} s.</source>
   <extracomment>{0} = split, {1} = seconds</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/speaker_probe.py"></location>
   <source>Fewer than two {0} speakers have {1} utterances of {2} s.</source>
   <extracomment>{0} = split, {1} = fit + test, {2} = shortest_s</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/spectrum.py"></location>
   <source>Recordings to be compared must be longer than 32 ms.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/spectrum.py"></location>
   <source>The recordings do not overlap.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/stoi.py"></location>
   <source>Intelligibility needs at least 0.4 s of speech.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/stoi.py"></location>
   <source>Only signals of one length can be compared.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/take_checks.py"></location>
   <source>Another speaker needs takes of two speakers at least.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/metrics/take_checks.py"></location>
   <source>The cache holds no two takes of a {0} speaker of {1}.</source>
   <extracomment>{0} = split, {1} = corpora</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/rooms.py"></location>
   <source>Walls absorb more than nothing and less than everything.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/rooms.py"></location>
   <source>{0} is not inside a room of {1} m.</source>
   <extracomment>{0} = place, {1} = self.size_m</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/sharpen.py"></location>
   <source>Gains can vary 1 to 2 times as much, not {0}.</source>
   <extracomment>{0} = strength</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/sharpen.py"></location>
   <source>Spectra can be sharpened by a factor of 1 to 3, not {0}.</source>
   <extracomment>{0} = strength</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/speaker_book.py"></location>
   <source>The embeddings {0} do not fit a cache of {1} utterances: run `syrinx train embed_speakers` again.</source>
   <extracomment>{0} = embeddings.shape, {1} = len(cache.utterances)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/suppression_data.py"></location>
   <source>A batch needs rows, hops, noises and rooms.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/suppression_data.py"></location>
   <source>The cache has no clean speech to train the suppressor with.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/taught.py"></location>
   <source>Call {name} at {n} {n} {n} {n}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/taught.py"></location>
   <source>Channel {n}, please join us.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/taught.py"></location>
   <source>I have seen the {noun} {n} times this year.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/taught.py"></location>
   <source>Is {name} older than {n}?</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/taught.py"></location>
   <source>It costs {n} dollars and {n} cents.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/taught.py"></location>
   <source>My {noun} belongs to {name}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/taught.py"></location>
   <source>Oh, {name}, why did you hide the {noun}?</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/taught.py"></location>
   <source>The train to {name} leaves at {n} {n}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/taught.py"></location>
   <source>There are no texts to be spoken: is the speech cache empty?</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/taught.py"></location>
   <source>There is no text-to-speech engine: install the packages flite, festival and festvox-us-slt-hts (only this recipe needs them).</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/taught.py"></location>
   <source>Turn {n} degrees left, then walk {n} hundred yards.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/taught.py"></location>
   <source>{name} and {name} have {n} {noun}.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/tuning_models.py"></location>
   <source>The phone head {0} cannot be read: reinstall syrinx.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/tuning_state.py"></location>
   <source>The state of fine-tuning {0} cannot be read.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/tuning_state.py"></location>
   <source>The state {0} is that of another fine-tuning.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/voice_speech.py"></location>
   <source>A recording is silent.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/voice_speech.py"></location>
   <source>There is no speech to learn from.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/voice_tuning.py"></location>
   <source>Fine-tuning needs a step, a row, and most of the speech to learn.</source>
   <translation type="unfinished"></translation>
  </message>
 </context>
</TS>
