<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
 <context>
  <name>Syrinx</name>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>"{0}" needs the suffix of a sound file: {1}.</source>
   <extracomment>{0} = path.name, {1} = known</extracomment>
   <translation>“{0}”需要音频文件的扩展名：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>A {0} file cannot have {1} Hz; choose another rate (--rate 48000) or write a .wav file.</source>
   <extracomment>{0} = path.suffix, {1} = sample_rate</extracomment>
   <translation>{0} 文件不支持 {1} Hz；请换一个采样率 (--rate 48000)，或写成 .wav 文件。</translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <location filename="../../app/transcription/model_files.py"></location>
   <location filename="../../app/transcription/onnx_header.py"></location>
   <location filename="../../app/transcription/queue.py"></location>
   <location filename="../../app/voice_exchange.py"></location>
   <source>Cannot read {0}: {1}.</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation>无法读取 {0}：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <location filename="../../app/synthesis/output.py"></location>
   <source>Cannot write {0}: it is a folder.</source>
   <extracomment>{0} = path</extracomment>
   <translation>无法写入 {0}：它是文件夹。</translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>Cannot write {0}: it needs {1} MB and the disk has {2} MB left.</source>
   <extracomment>{0} = path, {1} = size / 1000000.0, {2} = free / 1000000.0</extracomment>
   <translation>无法写入 {0}：需要 {1} MB，而磁盘只剩 {2} MB。</translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <location filename="../../app/synthesis/output.py"></location>
   <source>Cannot write {0}: there is no folder {1}.</source>
   <extracomment>{0} = path, {1} = path.parent</extracomment>
   <translation>无法写入 {0}：文件夹 {1} 不存在。</translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>the disk is full</source>
   <translation>磁盘已满</translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>the disk is full, or the file became too large</source>
   <translation>磁盘已满，或文件过大</translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>{0} has a sample rate of {1} Hz; use {2} to {3} Hz.</source>
   <extracomment>{0} = path, {1} = self.sample_rate, {2} = MIN_RATE, {3} = MAX_RATE</extracomment>
   <translation>{0} 的采样率是 {1} Hz；请使用 {2} 到 {3} Hz。</translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <location filename="../../app/engine/clip_reader.py"></location>
   <location filename="../../app/inspection.py"></location>
   <location filename="../../app/offline.py"></location>
   <location filename="../../app/transcription/recording.py"></location>
   <source>{0} holds no audio.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 中没有音频。</translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>{0} is a folder; name the sound files in it.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 是文件夹；请指定其中的音频文件。</translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} is a pipe or a device; copy it into a file first.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 是管道或设备；请先复制成文件。</translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>{0} is an empty file.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 是空文件。</translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>{0} is broken after {1} s.</source>
   <extracomment>{0} = self.path, {1} = at</extracomment>
   <translation>{0} 在 {1} s 之后已损坏。</translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>{0} is not a sound file, or is broken.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 不是音频文件，或已损坏。</translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
   <source>{0} is of a kind that Syrinx does not read: convert it to WAV, FLAC, OGG, Opus or MP3 first.</source>
   <extracomment>{0} = path</extracomment>
   <translation>Syrinx 不读取 {0} 这种格式：请先转换为 WAV、FLAC、OGG、Opus 或 MP3。</translation>
  </message>
  <message>
   <location filename="../../app/caption_area.py"></location>
   <location filename="../../app/viewmodels/captions.py"></location>
   <location filename="../../app/views/caption_window.py"></location>
   <source>Captions</source>
   <translation>字幕</translation>
  </message>
  <message>
   <location filename="../../app/caption_area.py"></location>
   <source>Show what is said as text, in a window above all others</source>
   <translation>在置顶的小窗口中以文字显示所说的话</translation>
  </message>
  <message>
   <location filename="../../app/chord.py"></location>
   <source>"{0}" names no key: write it as Ctrl+Alt+F9.</source>
   <extracomment>{0} = text</extracomment>
   <translation>“{0}”不是快捷键：请写成 Ctrl+Alt+F9 这样。</translation>
  </message>
  <message>
   <location filename="../../app/chord.py"></location>
   <source>A key is a short text, such as Ctrl+Alt+F9.</source>
   <translation>快捷键是一段短文字，例如 Ctrl+Alt+F9。</translation>
  </message>
  <message>
   <location filename="../../app/chord.py"></location>
   <source>The modifiers are Ctrl, Alt, Shift and Meta.</source>
   <translation>修饰键是 Ctrl、Alt、Shift 和 Meta。</translation>
  </message>
  <message>
   <location filename="../../app/chord.py"></location>
   <source>There is no key "{0}".</source>
   <extracomment>{0} = self.key[:20]</extracomment>
   <translation>没有按键“{0}”。</translation>
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
   <extracomment>{0} = self.root, {1} = reason(error)</extracomment>
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
   <location filename="../../app/views/rack_knobs.py"></location>
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
   <location filename="../../app/views/delay_panel.py"></location>
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
   <source>Some words were hard to make out; it was kept all the same.</source>
   <translation>有些词听不清，但仍保留了这段录音。</translation>
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
   <location filename="../../app/services/models_client.py"></location>
   <location filename="../../app/synthesis/process.py"></location>
   <location filename="../../app/synthesis/reading.py"></location>
   <location filename="../../app/transcription/caption_process.py"></location>
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
   <translation>同意记录必须说明同意是录音的还是仅为声明的。</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>A consent record needs a date like 2026-11-21.</source>
   <translation>同意记录需要 2026-11-21 这样的日期。</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>A consent record needs {0}, up to {1} characters.</source>
   <extracomment>{0} = what, {1} = longest</extracomment>
   <translation>同意记录需要{0}，最多 {1} 个字符。</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>A consent that was only stated has no recording.</source>
   <translation>仅为声明的同意没有录音。</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>A language is written like "en" or "zh-Hant".</source>
   <translation>语言写作“en”或“zh-Hant”这样的代码。</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>A recorded consent must be more than 0 and up to {0} s long.</source>
   <extracomment>{0} = MAX_RECORDING_S</extracomment>
   <translation>同意录音的长度必须大于 0 且不超过 {0} s。</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>A recorded consent must name the SHA-256 of its recording.</source>
   <translation>录音的同意必须给出其录音的 SHA-256。</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>In a consent record {0} cannot contain control characters.</source>
   <extracomment>{0} = what</extracomment>
   <translation>同意记录中，{0}不能含有控制字符。</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>The check of a consent either matches or differs.</source>
   <translation>同意声明的核对结果只能是相符或不符。</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>The person whose voice this is agreed to its imitation with Syrinx.</source>
   <translation>此声音的本人已同意用 Syrinx 模仿其声音。</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>its consent record is damaged.</source>
   <translation>其同意记录已损坏。</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>its consent record is incomplete.</source>
   <translation>其同意记录不完整。</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>the speaker's name</source>
   <translation>说话人的姓名</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>the statement</source>
   <translation>声明内容</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>{0} agreed on {1} by reading a statement aloud ({2} s, kept with the voice)</source>
   <translation>{0} 于 {1} 朗读声明表示同意（{2} s，与声音一起保存）</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>{0} agreed on {1} by reading a statement aloud ({2} s, kept with the voice; what was read differs from the statement)</source>
   <translation>{0} 于 {1} 朗读声明表示同意（{2} s，与声音一起保存；朗读内容与声明不一致）</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>{0} agreed on {1} by reading a statement aloud ({2} s, kept with the voice; what was read matches the statement)</source>
   <translation>{0} 于 {1} 朗读声明表示同意（{2} s，与声音一起保存；朗读内容与声明一致）</translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>{0} agreed, as was stated on the command line on {1}</source>
   <translation>{0} 已同意，{1} 在命令行中声明</translation>
  </message>
  <message>
   <location filename="../../app/control_area.py"></location>
   <source>Keys</source>
   <translation>快捷键</translation>
  </message>
  <message>
   <location filename="../../app/control_area.py"></location>
   <source>MIDI</source>
   <translation>MIDI</translation>
  </message>
  <message>
   <location filename="../../app/control_area.py"></location>
   <source>Panic mute: nothing goes out</source>
   <translation>紧急静音：没有任何声音输出</translation>
  </message>
  <message>
   <location filename="../../app/control_area.py"></location>
   <source>Remote control</source>
   <translation>远程控制</translation>
  </message>
  <message>
   <location filename="../../app/crashes.py"></location>
   <source>&amp;Start the engine again</source>
   <translation>重新启动引擎(&amp;S)</translation>
  </message>
  <message>
   <location filename="../../app/crashes.py"></location>
   <source>Something went wrong inside Syrinx ({0}); details are in {1}.</source>
   <extracomment>{0} = kind, {1} = self._log.path</extracomment>
   <translation>Syrinx 内部出错（{0}）；详情见 {1}。</translation>
  </message>
  <message>
   <location filename="../../app/crashes.py"></location>
   <source>Something went wrong inside Syrinx ({kind}).</source>
   <translation>Syrinx 内部出错（{kind}）。</translation>
  </message>
  <message>
   <location filename="../../app/crashes.py"></location>
   <source>Syrinx ended unexpectedly the last time; the details are in {0}.1. Settings, Diagnostics, has a report for whoever can help.</source>
   <extracomment>{0} = path</extracomment>
   <translation>Syrinx 上次意外结束；详情见 {0}.1。“设置”的“诊断”页有一份报告，可交给能帮忙的人。</translation>
  </message>
  <message>
   <location filename="../../app/device_extras.py"></location>
   <source>&amp;Virtual microphone…</source>
   <translation>虚拟麦克风(&amp;V)…</translation>
  </message>
  <message>
   <location filename="../../app/device_extras.py"></location>
   <source>Let games, calls and OBS choose Syrinx as their microphone</source>
   <translation>让游戏、通话和 OBS 把 Syrinx 选作麦克风</translation>
  </message>
  <message>
   <location filename="../../app/device_extras.py"></location>
   <source>Virtual microphone</source>
   <translation>虚拟麦克风</translation>
  </message>
  <message>
   <location filename="../../app/diagnostics_area.py"></location>
   <source>Diagnostics</source>
   <translation>诊断</translation>
  </message>
  <message>
   <location filename="../../app/diagnostics_area.py"></location>
   <source>The window opens.</source>
   <translation>窗口已打开。</translation>
  </message>
  <message>
   <location filename="../../app/engine/builder.py"></location>
   <source>"{0}" is an effect: only neural voices can be morphed into.</source>
   <extracomment>{0} = second.name</extracomment>
   <translation>“{0}”是效果声音：只能渐变到神经声音。</translation>
  </message>
  <message>
   <location filename="../../app/engine/builder.py"></location>
   <source>The voice cannot be built ({0}: {1}).</source>
   <extracomment>{0} = type(error).__name__, {1} = error</extracomment>
   <translation>无法生成这个声音（{0}：{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/engine/builder.py"></location>
   <source>There is nothing to morph into: {0}.</source>
   <extracomment>{0} = why</extracomment>
   <translation>没有可以渐变到的声音：{0}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/chain_check.py"></location>
   <source>The sentences to measure a voice with are missing ({0}): install Syrinx again.</source>
   <extracomment>{0} = error</extracomment>
   <translation>缺少用于测量声音的句子（{0}）：请重新安装 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../app/engine/checking.py"></location>
   <source>The {0} must be a number, not {1}.</source>
   <extracomment>{0} = name, {1} = value</extracomment>
   <translation>{0}必须是数字，不能是 {1}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/checking.py"></location>
   <source>The {0} must lie between {1} and {2} {3}, not {4}.</source>
   <extracomment>{0} = name, {1} = low, {2} = high, {3} = unit, {4} = value</extracomment>
   <translation>{0}必须在 {1} 到 {2} {3} 之间，不能是 {4}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/checking.py"></location>
   <source>The {0} must lie between {1} and {2}, not {3}.</source>
   <extracomment>{0} = name, {1} = low, {2} = high, {3} = value</extracomment>
   <translation>{0}必须在 {1} 到 {2} 之间，不能是 {3}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/clip_desk.py"></location>
   <source>Nothing runs: start the stream, then speak.</source>
   <translation>没有运行中的流：先启动流，再说话。</translation>
  </message>
  <message>
   <location filename="../../app/engine/clip_desk.py"></location>
   <source>Speech comes faster than it is heard: wait for what is told.</source>
   <translation>语音送来得比播放快：等待播放进度的通知。</translation>
  </message>
  <message>
   <location filename="../../app/engine/clip_desk.py"></location>
   <source>{0} cannot be played.</source>
   <extracomment>{0} = read.request.path</extracomment>
   <translation>无法播放 {0}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/clip_reader.py"></location>
   <source>{0} cannot be played ({1}: {2}).</source>
   <extracomment>{0} = request.path, {1} = type(error).__name__, {2} = error</extracomment>
   <translation>无法播放 {0}（{1}：{2}）。</translation>
  </message>
  <message>
   <location filename="../../app/engine/clip_reader.py"></location>
   <source>{0} is longer than {1} minutes, the most that can be played: cut it first.</source>
   <extracomment>{0} = path, {1} = MAX_CLIP_S / 60</extracomment>
   <translation>{0} 超过了可播放的最大长度 {1} 分钟：请先剪短。</translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>Internal error in the engine ({0}: {1}).</source>
   <extracomment>{0} = type(error).__name__, {1} = error</extracomment>
   <translation>引擎内部错误（{0}：{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>Nothing is being recorded.</source>
   <translation>没有在录音。</translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>Nothing runs: start the stream, then {0}.</source>
   <extracomment>{0} = what</extracomment>
   <translation>没有在运行：请先启动音频流，再{0}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>The sound library hangs over a lost device: restart the engine.</source>
   <translation>音频库因设备丢失而卡住：请重启引擎。</translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>The sound stopped with the stream: start both again.</source>
   <translation>播放已随音频流停止：请重新启动两者。</translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>The voice cannot be built.</source>
   <translation>无法生成这个声音。</translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>change the voice</source>
   <translation>切换声音</translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>mark</source>
   <translation>添加标记</translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>measure</source>
   <translation>测量</translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>play</source>
   <translation>播放</translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <location filename="../../app/files.py"></location>
   <location filename="../../app/viewmodels/keys.py"></location>
   <source>record</source>
   <translation>录音</translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>stall</source>
   <translation>停顿</translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>No sound device was found: plug one in or start a sound server (PipeWire, PulseAudio or JACK), then refresh the list.</source>
   <translation>没有找到声音设备：请接上一个，或启动声音服务器（PipeWire、PulseAudio 或 JACK），然后刷新列表。</translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>None of the sound devices has an {0}: plug one in and refresh.</source>
   <extracomment>{0} = kind</extracomment>
   <translation>所有声音设备都没有{0}：请接上一个并刷新。</translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>Several {0} devices match "{1}": write one of {2}.</source>
   <extracomment>{0} = kind, {1} = wanted, {2} = several</extracomment>
   <translation>有多个{0}设备与“{1}”相符：请写明其中之一：{2}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>The PortAudio library is missing: install it (Debian and Ubuntu: `sudo apt install libportaudio2`) and start Syrinx again.</source>
   <translation>缺少 PortAudio 库：请安装它（Debian 和 Ubuntu：`sudo apt install libportaudio2`），然后重新启动 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>There is no {0} device "{1}"; there is {2}.</source>
   <extracomment>{0} = kind, {1} = wanted, {2} = there</extracomment>
   <translation>没有{0}设备“{1}”；现有 {2}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>input</source>
   <translation>输入</translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>output</source>
   <translation>输出</translation>
  </message>
  <message>
   <location filename="../../app/engine/device_messages.py"></location>
   <source>The gain of the monitor must lie between -60 and 24 dB, not {0}.</source>
   <extracomment>{0} = self.gain_db</extracomment>
   <translation>监听增益必须在 -60 到 24 dB 之间，不能是 {0}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/device_messages.py"></location>
   <source>The input channel must be a number from 1 to {0}, not {1}.</source>
   <extracomment>{0} = MAX_CHANNEL, {1} = channel</extracomment>
   <translation>输入声道必须是 1 到 {0} 的数字，不能是 {1}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/device_messages.py"></location>
   <source>The monitor hears "output" or "input", not {0}.</source>
   <extracomment>{0} = self.source</extracomment>
   <translation>监听的来源是“output”或“input”，不能是 {0}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/device_names.py"></location>
   <source>"{0}" hears what Syrinx plays on "{1}": that feeds back; choose a microphone as the input.</source>
   <extracomment>{0} = source.name, {1} = output.name</extracomment>
   <translation>“{0}”会听到 Syrinx 在“{1}”上播放的声音，从而引起啸叫；请选择麦克风作为输入。</translation>
  </message>
  <message>
   <location filename="../../app/engine/device_watch.py"></location>
   <source>The search for sound devices broke off; search again.</source>
   <translation>声音设备搜索中断；请重新搜索。</translation>
  </message>
  <message>
   <location filename="../../app/engine/device_watch.py"></location>
   <source>The search for sound devices hangs; restart the sound server.</source>
   <translation>声音设备搜索卡住；请重启声音服务器。</translation>
  </message>
  <message>
   <location filename="../../app/engine/dummy_jack.py"></location>
   <source>jackd is not installed: `sudo apt install jackd2`, or name a device instead.</source>
   <translation>没有安装 jackd：请运行 `sudo apt install jackd2`，或改为指定设备。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Another voice.</source>
   <translation>已换声音。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Callback not called for {0} ms, voice waited {1} ms, slowest block {2} ms, of which {3} ms computing.</source>
   <extracomment>{0} = hiccup.callback_gap_ms, {1} = hiccup.waited_ms, {2} = hiccup.slowest_ms, {3} = hiccup.slowest_cpu_ms</extracomment>
   <translation>回调中断 {0} ms，声音等待 {1} ms，最慢的块 {2} ms，其中计算 {3} ms。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Delay measured: {0} ms, of which the loop {1} ms (spread {2} ms).</source>
   <extracomment>{0} = event.total_ms, {1} = event.measured_ms, {2} = event.spread_ms</extracomment>
   <translation>测得延迟 {0} ms，其中回路 {1} ms（离散 {2} ms）。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Engine ready after {0} s, priority {1}.</source>
   <extracomment>{0} = event.ready_s, {1} = event.priority</extracomment>
   <translation>引擎经 {0} s 就绪，优先级 {1}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>In that block it was ready without a processor for {0} ms and asleep for {1} ms.</source>
   <extracomment>{0} = hiccup.ready_ms, {1} = max(0.0, lost_ms - hiccup.ready_ms)</extracomment>
   <translation>在该块中，它就绪但没有处理器的时间为 {0} ms，休眠 {1} ms。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Pages of memory read from the disk: {0}.</source>
   <extracomment>{0} = hiccup.disk_reads</extracomment>
   <translation>从磁盘读取的内存页数：{0}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Stream started: {0}, {1} Hz, period {2}, priority {3}, {4} ms.</source>
   <extracomment>{0} = event.host_api, {1} = event.sample_rate, {2} = event.period, {3} = event.priority, {4} = event.latency.total_ms</extracomment>
   <translation>音频流已启动：{0}，{1} Hz，周期 {2}，优先级 {3}，{4} ms。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Stream stopped after an error.</source>
   <translation>音频流因出错而停止。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Stream stopped at the end of the input.</source>
   <translation>音频流在输入结束时停止。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Stream stopped, as asked.</source>
   <translation>音频流已按要求停止。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Stream stopped: the device is gone.</source>
   <translation>音频流已停止：设备已断开。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>The delay is {0} ms now.</source>
   <extracomment>{0} = event.latency.total_ms</extracomment>
   <translation>延迟现为 {0} ms。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>The host of this virtual machine kept its processors for {0} ms.</source>
   <extracomment>{0} = hiccup.stolen_ms</extracomment>
   <translation>此虚拟机的主机占用了它的处理器 {0} ms。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>The window did not answer for {0} s; the sound went on without it.</source>
   <extracomment>{0} = late_s</extracomment>
   <translation>窗口有 {0} s 没有响应；声音未受影响。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>a stall was asked for</source>
   <translation>按要求停顿</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>another program had the processor while the voice was due</source>
   <translation>轮到声音处理时，处理器被其他程序占用</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>memory of the engine had to be read from the disk</source>
   <translation>引擎的内存需要从磁盘读取</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <location filename="../../app/texts.py"></location>
   <source>normal</source>
   <translation>普通</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <location filename="../../app/texts.py"></location>
   <source>raised</source>
   <translation>提高</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <location filename="../../app/texts.py"></location>
   <source>realtime</source>
   <translation>实时</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>the engine was busy with something else, such as building a voice</source>
   <translation>引擎正忙于其他事，例如构建声音</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>the machine stood still: the sound system itself was not served</source>
   <translation>计算机停顿，音频系统本身没有得到服务</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>the voice took longer to compute than there was time</source>
   <translation>声音的计算时间超过了可用时间</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>the voice waited for another part of the engine</source>
   <translation>声音在等待引擎的另一部分</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>{0} block late, {1} ms silent: {2}.</source>
   <extracomment>{0} = count, {1} = silent_ms, {2} = cause</extracomment>
   <translation>{0} 个块迟到，静音 {1} ms：{2}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>{0} block late, {1} ms silent: {2}; the window was busy then.</source>
   <extracomment>{0} = count, {1} = silent_ms, {2} = cause</extracomment>
   <translation>{0} 个块迟到，静音 {1} ms：{2}；当时窗口正忙。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>{0} blocks late, {1} ms silent: {2}.</source>
   <extracomment>{0} = count, {1} = silent_ms, {2} = cause</extracomment>
   <translation>{0} 个块迟到，静音 {1} ms：{2}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>{0} blocks late, {1} ms silent: {2}; the window was busy then.</source>
   <extracomment>{0} = count, {1} = silent_ms, {2} = cause</extracomment>
   <translation>{0} 个块迟到，静音 {1} ms：{2}；当时窗口正忙。</translation>
  </message>
  <message>
   <location filename="../../app/engine/fed_messages.py"></location>
   <location filename="../../app/engine/messages.py"></location>
   <source>gain of the clip</source>
   <translation>音频片段的增益</translation>
  </message>
  <message>
   <location filename="../../app/engine/fed_messages.py"></location>
   <source>sample rate of the clip</source>
   <translation>音频片段的采样率</translation>
  </message>
  <message>
   <location filename="../../app/engine/guard.py"></location>
   <source>Blocks come too late although the safety margin is at {0} ms: close other programs, or choose a lighter voice.</source>
   <extracomment>{0} = step.margin_ms</extracomment>
   <translation>安全余量已达 {0} ms，块仍然迟到：请关闭其他程序，或选择更轻量的声音。</translation>
  </message>
  <message>
   <location filename="../../app/engine/guard.py"></location>
   <source>Nothing has been late for a while: the safety margin shrank from {0} to {1} ms.</source>
   <extracomment>{0} = before_ms, {1} = step.margin_ms</extracomment>
   <translation>已有一段时间没有迟到：安全余量从 {0} 减到 {1} ms。</translation>
  </message>
  <message>
   <location filename="../../app/engine/guard.py"></location>
   <source>Some blocks came too late: the safety margin grew from {0} to {1} ms.</source>
   <extracomment>{0} = before_ms, {1} = step.margin_ms</extracomment>
   <translation>有些块迟到了：安全余量从 {0} 增到 {1} ms。</translation>
  </message>
  <message>
   <location filename="../../app/engine/guard.py"></location>
   <source>The sound stood still for {0} s, more than the {1} ms that a margin may hold: see Settings, Diagnostics, for the cause.</source>
   <extracomment>{0} = step.missing_ms / 1000, {1} = LIMIT_MS</extracomment>
   <translation>声音停顿了 {0} s，超过余量所能承受的 {1} ms：原因见“设置 &gt; 诊断”。</translation>
  </message>
  <message>
   <location filename="../../app/engine/guard.py"></location>
   <source>This voice is too slow for this machine as it is now: close other programs, or choose another voice.</source>
   <translation>以电脑目前的状态，这个声音太慢：请关闭其他程序，或选择别的声音。</translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>The audio engine cannot be started ({0}).</source>
   <extracomment>{0} = error</extracomment>
   <translation>无法启动音频引擎（{0}）。</translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>The audio engine did not answer any more.</source>
   <translation>音频引擎不再响应。</translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>The audio engine did not answer within {0} s: try again, or run `syrinx doctor`.</source>
   <extracomment>{0} = timeout_s</extracomment>
   <translation>音频引擎在 {0} s 内没有响应：请再试一次，或运行 `syrinx doctor`。</translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>The audio engine has failed; restart Syrinx or run `syrinx doctor`.</source>
   <translation>音频引擎已失效；请重启 Syrinx 或运行 `syrinx doctor`。</translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>The audio engine stopped unexpectedly (exit code {0}).</source>
   <extracomment>{0} = code</extracomment>
   <translation>音频引擎意外停止（退出代码 {0}）。</translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>The engine has not been started.</source>
   <translation>引擎尚未启动。</translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>The recording "{0}" ended with the engine; what was written is kept.</source>
   <extracomment>{0} = path</extracomment>
   <translation>录音“{0}”随引擎一起结束；已写入的部分保留。</translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>The sound stopped with the engine: play it again.</source>
   <translation>播放已随引擎停止：请重新播放。</translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>{0} It was started again.</source>
   <extracomment>{0} = reason</extracomment>
   <translation>{0}已重新启动。</translation>
  </message>
  <message>
   <location filename="../../app/engine/host.py"></location>
   <source>{0} This happens again and again: choose other devices or run `syrinx doctor`.</source>
   <extracomment>{0} = reason</extracomment>
   <translation>{0}这种情况反复发生：请选择其他设备，或运行 `syrinx doctor`。</translation>
  </message>
  <message>
   <location filename="../../app/engine/jack_loop.py"></location>
   <source>An outside client needs JACK-Client and libjack: `pip install JACK-Client`, `sudo apt install jackd2`.</source>
   <translation>外部客户端需要 JACK-Client 和 libjack：`pip install JACK-Client`、`sudo apt install jackd2`。</translation>
  </message>
  <message>
   <location filename="../../app/engine/jack_loop.py"></location>
   <source>The JACK server "{0}" does not answer.</source>
   <extracomment>{0} = server</extracomment>
   <translation>JACK 服务器“{0}”没有响应。</translation>
  </message>
  <message>
   <location filename="../../app/engine/jack_loop.py"></location>
   <source>The JACK server has stopped.</source>
   <translation>JACK 服务器已停止。</translation>
  </message>
  <message>
   <location filename="../../app/engine/jack_loop.py"></location>
   <source>The engine has no ports in JACK.</source>
   <translation>引擎在 JACK 中没有端口。</translation>
  </message>
  <message>
   <location filename="../../app/engine/latency.py"></location>
   <source>No delay can be measured: one of the two signals is silent.</source>
   <translation>无法测量延迟：两个信号中有一个没有声音。</translation>
  </message>
  <message>
   <location filename="../../app/engine/latency.py"></location>
   <source>buffer</source>
   <translation>缓冲</translation>
  </message>
  <message>
   <location filename="../../app/engine/latency.py"></location>
   <source>input device</source>
   <translation>输入设备</translation>
  </message>
  <message>
   <location filename="../../app/engine/latency.py"></location>
   <source>output device</source>
   <translation>输出设备</translation>
  </message>
  <message>
   <location filename="../../app/engine/live.py"></location>
   <source>The report "{0}" cannot be written: {1}.</source>
   <extracomment>{0} = report, {1} = reason(error)</extracomment>
   <translation>无法写入报告“{0}”：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/margin.py"></location>
   <source>A margin grows by a step, at most to its limit, and never back.</source>
   <translation>余量按步增大，最多到其上限，且不倒退。</translation>
  </message>
  <message>
   <location filename="../../app/engine/margin.py"></location>
   <source>A margin waits longer before its first step down than after it.</source>
   <translation>余量第一次减小前的等待要比之后的更长。</translation>
  </message>
  <message>
   <location filename="../../app/engine/measurement.py"></location>
   <source>The chirp was not heard: connect the output to the input by a cable or a virtual one, or hold the microphone to the loudspeaker and turn it up, then measure again.</source>
   <translation>没有听到测试音：请用线缆或虚拟线缆连接输出与输入，或将麦克风靠近扬声器并调大音量，然后重新测量。</translation>
  </message>
  <message>
   <location filename="../../app/engine/messages.py"></location>
   <source>length of the clip</source>
   <translation>音频片段的长度</translation>
  </message>
  <message>
   <location filename="../../app/engine/messages.py"></location>
   <location filename="../../app/engine/params.py"></location>
   <source>safety margin</source>
   <translation>安全余量</translation>
  </message>
  <message>
   <location filename="../../app/engine/messages.py"></location>
   <source>start of the clip</source>
   <translation>音频片段的起点</translation>
  </message>
  <message>
   <location filename="../../app/engine/monitor.py"></location>
   <source>The monitor stopped ({0}: {1}).</source>
   <extracomment>{0} = type(error).__name__, {1} = error</extracomment>
   <translation>监听已停止（{0}：{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/engine/monitor_desk.py"></location>
   <source>The monitor "{0}" is the output itself, where you hear your voice already: choose another device for one of them.</source>
   <extracomment>{0} = result.name</extracomment>
   <translation>监听设备“{0}”就是输出本身，你在那里已能听到自己的声音：请为其中之一选择其他设备。</translation>
  </message>
  <message>
   <location filename="../../app/engine/neural_parts.py"></location>
   <source>"{0}" is an effect: only neural voices can be morphed.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation>“{0}”是效果声音：只有神经声音可以渐变。</translation>
  </message>
  <message>
   <location filename="../../app/engine/neural_parts.py"></location>
   <source>The fine-tuning of the voice "{0}" was made for another decoder and is left out; {1}.</source>
   <extracomment>{0} = voice.name, {1} = remedy</extracomment>
   <translation>声音“{0}”的微调是为另一个解码器做的，未采用；{1}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/neural_parts.py"></location>
   <source>The likeness of the voice "{0}" was made for another content encoder and is left out; {1}.</source>
   <extracomment>{0} = voice.name, {1} = remedy</extracomment>
   <translation>声音“{0}”的相似度数据是为另一个内容编码器做的，未采用；{1}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/neural_parts.py"></location>
   <source>The voice "{0}" has no speaker embedding: enrol it again.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation>声音“{0}”没有说话人嵌入：请重新登记。</translation>
  </message>
  <message>
   <location filename="../../app/engine/neural_parts.py"></location>
   <source>enrol it again to have it</source>
   <translation>如需使用，请重新登记</translation>
  </message>
  <message>
   <location filename="../../app/engine/neural_parts.py"></location>
   <source>update Syrinx</source>
   <translation>请更新 Syrinx</translation>
  </message>
  <message>
   <location filename="../../app/engine/opener.py"></location>
   <source>The device cannot be opened ({0}).</source>
   <extracomment>{0} = error</extracomment>
   <translation>无法打开设备（{0}）。</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>The mute is off, talk, voice or all, not {0}.</source>
   <extracomment>{0} = self.mute</extracomment>
   <translation>静音只能是 off、talk、voice 或 all，不能是 {0}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>breathiness</source>
   <translation>气声</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>formant shift</source>
   <translation>共振峰偏移</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>gate threshold</source>
   <translation>噪声门阈值</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>index ratio</source>
   <translation>检索比例</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>input gain</source>
   <translation>输入增益</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>intonation</source>
   <translation>语调</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>median F0</source>
   <translation>F0 中位数</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>output gain</source>
   <translation>输出增益</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>period</source>
   <translation>周期</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>pitch</source>
   <translation>音高</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>pitch lock</source>
   <translation>音高锁定</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>sample rate</source>
   <translation>采样率</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>samples</source>
   <translation>个采样</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>semitones</source>
   <translation>个半音</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>share of the changed voice</source>
   <translation>变声的比例</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>share of the second voice</source>
   <translation>第二个声音的比例</translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>time of the morph</source>
   <translation>渐变时间</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio.py"></location>
   <source>"{0}" and "{1}" do not take {2} Hz; they run at {3} Hz.</source>
   <extracomment>{0} = self.input_name, {1} = self.output_name, {2} = wanted, {3} = rate</extracomment>
   <translation>“{0}”和“{1}”不支持 {2} Hz；现以 {3} Hz 运行。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio.py"></location>
   <source>"{0}" and "{1}" have no sample rate in common: choose another pair, or the devices of a sound server (PipeWire, PulseAudio).</source>
   <extracomment>{0} = self.input_name, {1} = self.output_name</extracomment>
   <translation>“{0}”和“{1}”没有共同的采样率：请选择另一对设备，或声音服务器（PipeWire、PulseAudio）的设备。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio.py"></location>
   <source>"{0}" and "{1}" opened but no sound moved: choose another device or restart the sound server.</source>
   <extracomment>{0} = self.input_name, {1} = self.output_name</extracomment>
   <translation>“{0}”和“{1}”已打开，但没有声音流动：请选择其他设备，或重启声音服务器。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio.py"></location>
   <source>"{0}" and "{1}" refuse the exclusive mode; they are shared with other programs.</source>
   <extracomment>{0} = self.input_name, {1} = self.output_name</extracomment>
   <translation>“{0}”和“{1}”拒绝独占模式；它们与其他程序共用。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio.py"></location>
   <source>JACK runs with {0} samples per period; the wanted {1} can only be set in JACK itself.</source>
   <extracomment>{0} = self.period, {1} = self._wanted_period</extracomment>
   <translation>JACK 以每周期 {0} 个采样运行；想要的 {1} 只能在 JACK 中设置。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio.py"></location>
   <source>The sound device {0} is gone: plug it in again or choose another one.</source>
   <extracomment>{0} = names</extracomment>
   <translation>声音设备 {0} 已断开：请重新接上，或选择其他设备。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_halves.py"></location>
   <source>"{0}" has no rate to open it at.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation>“{0}”没有可用的采样率。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_halves.py"></location>
   <source>"{0}" opened but no sound moved: choose another device or restart the sound server.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation>“{0}”已打开，但没有声音流动：请选择其他设备，或重启声音服务器。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_halves.py"></location>
   <location filename="../../app/engine/pulse_device.py"></location>
   <source>The sound device "{0}" is gone: plug it in again or choose another.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation>声音设备“{0}”已断开：请重新接上，或选择其他设备。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>"{0}" and "{1}" cannot be opened ({2}): choose other devices.</source>
   <extracomment>{0} = name, {1} = other, {2} = text</extracomment>
   <translation>无法打开“{0}”和“{1}”（{2}）：请选择其他设备。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>"{0}" and "{1}" cannot be opened: another program (perhaps another Syrinx) has them; close it or choose other devices.</source>
   <extracomment>{0} = name, {1} = other</extracomment>
   <translation>无法打开“{0}”和“{1}”：它们被其他程序（也许是另一个 Syrinx）占用；请关闭该程序或选择其他设备。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>"{0}" and "{1}" do not take {2} Hz: choose another rate or device.</source>
   <extracomment>{0} = name, {1} = other, {2} = rate</extracomment>
   <translation>“{0}”和“{1}”不支持 {2} Hz：请选择其他采样率或设备。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>"{0}" cannot be opened ({1}): choose other devices.</source>
   <extracomment>{0} = name, {1} = text</extracomment>
   <translation>无法打开“{0}”（{1}）：请选择其他设备。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>"{0}" cannot be opened: another program (perhaps another Syrinx) has it; close it or choose other devices.</source>
   <extracomment>{0} = name</extracomment>
   <translation>无法打开“{0}”：它被其他程序（也许是另一个 Syrinx）占用；请关闭该程序或选择其他设备。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>"{0}" does not take {1} Hz: choose another rate or device.</source>
   <extracomment>{0} = name, {1} = rate</extracomment>
   <translation>“{0}”不支持 {1} Hz：请选择其他采样率或设备。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>"{0}" has channels 1 to {1}: choose one of them, not {2}.</source>
   <extracomment>{0} = name, {1} = most, {2} = input_channel</extracomment>
   <translation>“{0}”有声道 1 到 {1}：请从中选择，不能选 {2}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>"{0}" has one channel: choose it, not {1}.</source>
   <extracomment>{0} = name, {1} = input_channel</extracomment>
   <translation>“{0}”只有一个声道：请选它，不能选 {1}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/process.py"></location>
   <source>The audio engine cannot start ({0}): reinstall Syrinx.</source>
   <extracomment>{0} = reason</extracomment>
   <translation>音频引擎无法启动（{0}）：请重新安装 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../app/engine/pulse.py"></location>
   <source>The sound server refuses ({0}).</source>
   <extracomment>{0} = self.reason()</extracomment>
   <translation>声音服务器拒绝了请求（{0}）。</translation>
  </message>
  <message>
   <location filename="../../app/engine/pulse.py"></location>
   <source>The sound server refuses the format ({0}).</source>
   <extracomment>{0} = self.reason()</extracomment>
   <translation>声音服务器不接受此格式（{0}）。</translation>
  </message>
  <message>
   <location filename="../../app/engine/pulse.py"></location>
   <source>The sound server's client library is missing: install libpulse0 (Debian and Ubuntu: `sudo apt install libpulse0`).</source>
   <translation>缺少声音服务器的客户端库：请安装 libpulse0（Debian 和 Ubuntu：`sudo apt install libpulse0`）。</translation>
  </message>
  <message>
   <location filename="../../app/engine/pulse.py"></location>
   <source>There is no sound server ({0}).</source>
   <extracomment>{0} = self.reason()</extracomment>
   <translation>没有声音服务器（{0}）。</translation>
  </message>
  <message>
   <location filename="../../app/engine/pulse.py"></location>
   <source>no connection</source>
   <translation>没有连接</translation>
  </message>
  <message>
   <location filename="../../app/engine/pulse.py"></location>
   <source>unknown reason</source>
   <translation>原因未知</translation>
  </message>
  <message>
   <location filename="../../app/engine/pulse_device.py"></location>
   <source>"{0}" cannot be used ({1}): choose another device or restart the sound server.</source>
   <extracomment>{0} = self.name, {1} = why</extracomment>
   <translation>无法使用“{0}”（{1}）：请选择其他设备，或重启声音服务器。</translation>
  </message>
  <message>
   <location filename="../../app/engine/pulse_device.py"></location>
   <source>Single channels of "{0}" cannot be had from the sound server: choose the mix, or the device of the same name under ALSA or JACK.</source>
   <extracomment>{0} = info.name</extracomment>
   <translation>声音服务器不提供“{0}”的单个声道：请选择混合声道，或 ALSA、JACK 下的同名设备。</translation>
  </message>
  <message>
   <location filename="../../app/engine/pulse_device.py"></location>
   <source>no sound moved</source>
   <translation>没有声音流动</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack.py"></location>
   <location filename="../../app/viewmodels/rack.py"></location>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Automatic level</source>
   <translation>自动电平</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack.py"></location>
   <source>Effects</source>
   <translation>效果</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack.py"></location>
   <source>The network for noise suppression is not installed and is left out; install Syrinx again.</source>
   <translation>降噪网络没有安装，已略过；请重新安装 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack.py"></location>
   <source>gate</source>
   <translation>噪声门</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack.py"></location>
   <source>noise suppression</source>
   <translation>降噪</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>A stage is on or off, not {0}.</source>
   <extracomment>{0} = value</extracomment>
   <translation>处理环节只有开或关，不能是 {0}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>The order of the output stages must name {0} once each.</source>
   <extracomment>{0} = ', '.join(OUTPUT_STAGES)</extracomment>
   <translation>输出环节的顺序中，{0} 必须各出现一次。</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>air band</source>
   <translation>空气感频段</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>amount of the equaliser</source>
   <translation>均衡器的强度</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>attack of the compressor</source>
   <translation>压缩器的启动时间</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>band of the de-esser</source>
   <translation>去齿音的频段</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>body band</source>
   <translation>厚度频段</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>boost of the automatic level</source>
   <translation>自动电平的提升量</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>ceiling of the limiter</source>
   <translation>限幅器的上限</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>damping of the room</source>
   <translation>房间的阻尼</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>gain of the air band</source>
   <translation>空气感频段的增益</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>gain of the body band</source>
   <translation>厚度频段的增益</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>gain of the low band</source>
   <translation>低频段的增益</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>gain of the presence band</source>
   <translation>临场感频段的增益</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>knee of the compressor</source>
   <translation>压缩器的拐点</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>low band</source>
   <translation>低频段</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>low cut</source>
   <translation>低切</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>make-up of the compressor</source>
   <translation>压缩器的补偿增益</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>mix of the reverb</source>
   <translation>混响的比例</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>pause of the feedback guard</source>
   <translation>啸叫保护的暂停时间</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>presence band</source>
   <translation>临场感频段</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>probability that opens the gate</source>
   <translation>打开噪声门的概率</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>range of the de-esser</source>
   <translation>去齿音的范围</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>ratio of the compressor</source>
   <translation>压缩器的压缩比</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>release of the compressor</source>
   <translation>压缩器的释放时间</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>sensitivity of the feedback guard</source>
   <translation>啸叫保护的灵敏度</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>size of the room</source>
   <translation>房间的大小</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>strength of the noise suppression</source>
   <translation>降噪的强度</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>target of the automatic level</source>
   <translation>自动电平的目标值</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>threshold of the compressor</source>
   <translation>压缩器的阈值</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>threshold of the de-esser</source>
   <translation>去齿音的阈值</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_presets.py"></location>
   <source>As if you spoke in a furnished room instead of into a microphone.</source>
   <translation>像在布置好的房间里说话，而不是对着麦克风。</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_presets.py"></location>
   <source>Clean</source>
   <translation>干净</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_presets.py"></location>
   <source>Close and even, as on the radio: full, dense, not sharp.</source>
   <translation>贴近而均匀，像电台播音：饱满、厚实、不刺耳。</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_presets.py"></location>
   <source>Noise taken out, one loudness, rumble and sharp s sounds lowered.</source>
   <translation>去除噪声，统一响度，减弱低频隆隆声和刺耳的齿音。</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_presets.py"></location>
   <location filename="../../app/views/clone_steps.py"></location>
   <source>Room</source>
   <translation>房间</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_presets.py"></location>
   <source>Warm radio</source>
   <translation>温暖电台</translation>
  </message>
  <message>
   <location filename="../../app/engine/recorder.py"></location>
   <source>The recording "{0}" ended early ({1}): {2}; the first {3} s are kept.</source>
   <extracomment>{0} = self.path, {1} = reason(problem), {2} = advice, {3} = self.seconds</extracomment>
   <translation>录音“{0}”提前结束（{1}）：{2}；前 {3} s 已保留。</translation>
  </message>
  <message>
   <location filename="../../app/engine/recorder.py"></location>
   <source>The recording "{0}" is lost: its folder was taken away and cannot be made again ({1}).</source>
   <extracomment>{0} = self.path, {1} = reason(error)</extracomment>
   <translation>录音“{0}”已丢失：其文件夹被移走，且无法重新建立（{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/engine/recorder.py"></location>
   <source>The recording ended early, as its file was taken away: the first {0} s were saved again as "{1}".</source>
   <extracomment>{0} = self.seconds, {1} = self.path</extracomment>
   <translation>录音因文件被移走而提前结束：前 {0} s 已重新保存为“{1}”。</translation>
  </message>
  <message>
   <location filename="../../app/engine/recorder.py"></location>
   <source>There is no room for the recording "{0}": the disk has {1} MB left.</source>
   <extracomment>{0} = path, {1} = self.free_bytes / 1000000.0</extracomment>
   <translation>没有空间存放录音“{0}”：磁盘只剩 {1} MB。</translation>
  </message>
  <message>
   <location filename="../../app/engine/recorder.py"></location>
   <source>check the disk</source>
   <translation>请检查磁盘</translation>
  </message>
  <message>
   <location filename="../../app/engine/recorder.py"></location>
   <source>make room on the disk</source>
   <translation>请腾出磁盘空间</translation>
  </message>
  <message>
   <location filename="../../app/engine/recorder.py"></location>
   <source>the disk is too slow</source>
   <translation>磁盘太慢</translation>
  </message>
  <message>
   <location filename="../../app/engine/recording_file.py"></location>
   <source>A recording must end in {0}, and "{1}" does not.</source>
   <extracomment>{0} = ', '.join(FORMATS), {1} = path.name</extracomment>
   <translation>录音的文件名必须以 {0} 结尾，而“{1}”不是。</translation>
  </message>
  <message>
   <location filename="../../app/engine/recording_file.py"></location>
   <source>The recording "{0}" cannot be written ({1}).</source>
   <extracomment>{0} = path, {1} = why</extracomment>
   <translation>无法写入录音“{0}”（{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/engine/recording_file.py"></location>
   <source>The recording "{0}" exists already: choose another name.</source>
   <extracomment>{0} = path</extracomment>
   <translation>录音“{0}”已存在：请换一个名称。</translation>
  </message>
  <message>
   <location filename="../../app/engine/ring.py"></location>
   <source>A ring needs room for one sample at least, not {0}.</source>
   <extracomment>{0} = capacity</extracomment>
   <translation>环形缓冲至少要容纳一个采样，不能是 {0}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/scripted.py"></location>
   <source>"{0}" cannot be read as audio: {1}.</source>
   <extracomment>{0} = script.input_path, {1} = error</extracomment>
   <translation>无法将“{0}”作为音频读取：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/scripted.py"></location>
   <source>"{0}" has {1} Hz and the scripted device {2} Hz: give it the rate of the file.</source>
   <extracomment>{0} = script.input_path, {1} = sample_rate, {2} = script.sample_rate</extracomment>
   <translation>“{0}”为 {1} Hz，脚本设备为 {2} Hz：请将其设为文件的采样率。</translation>
  </message>
  <message>
   <location filename="../../app/engine/scripted.py"></location>
   <source>The scripted device is gone: choose another one.</source>
   <translation>脚本设备已断开：请选择其他设备。</translation>
  </message>
  <message>
   <location filename="../../app/engine/soak.py"></location>
   <source>The engine did not notice that its device was gone.</source>
   <translation>引擎没有发现设备已断开。</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Chorus</source>
   <translation>合唱</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Comb</source>
   <translation>梳状滤波</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <location filename="../../app/viewmodels/charts.py"></location>
   <location filename="../../app/views/transport.py"></location>
   <source>Delay</source>
   <translation>延迟</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Drive</source>
   <translation>过载</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Envelope voice</source>
   <translation>包络声码</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Equalizer</source>
   <translation>均衡器</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Formant shift</source>
   <translation>共振峰移位</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Gain</source>
   <translation>增益</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <location filename="../../app/viewmodels/rack.py"></location>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Gate</source>
   <translation>噪声门</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Hall</source>
   <translation>大厅混响</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>High-pass</source>
   <translation>高通</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Input check</source>
   <translation>输入检查</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <location filename="../../app/viewmodels/rack.py"></location>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Limiter</source>
   <translation>限幅器</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Mark</source>
   <translation>水印</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Mu law</source>
   <translation>μ 律压扩</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Network</source>
   <translation>网络</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <location filename="../../app/viewmodels/rack.py"></location>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Noise suppression</source>
   <translation>降噪</translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Ring modulator</source>
   <translation>环形调制</translation>
  </message>
  <message>
   <location filename="../../app/engine/stream.py"></location>
   <source>A recording to "{0}" runs already: stop it first.</source>
   <extracomment>{0} = self.recorder.path</extracomment>
   <translation>已在录制“{0}”：请先停止。</translation>
  </message>
  <message>
   <location filename="../../app/engine/stream.py"></location>
   <location filename="../../app/studio_parts.py"></location>
   <source>Nothing is being recorded: start a recording, then mark.</source>
   <translation>没有在录音：先开始录音，再做标记。</translation>
  </message>
  <message>
   <location filename="../../app/engine/stream.py"></location>
   <source>Panic mute is on, so no chirp gets out: take it back, then measure.</source>
   <translation>紧急静音已开启，测试音无法输出：请先解除，再测量。</translation>
  </message>
  <message>
   <location filename="../../app/engine/stream.py"></location>
   <source>The delay is being measured already: wait for the result.</source>
   <translation>正在测量延迟：请等待结果。</translation>
  </message>
  <message>
   <location filename="../../app/engine/stream.py"></location>
   <source>Your microphone hears the loudspeaker and began to howl: the output rests for {0} s and is then tried again. Use headphones, or turn the loudspeaker down.</source>
   <extracomment>{0} = rest_s</extracomment>
   <translation>麦克风拾到了扬声器的声音并开始啸叫：输出暂停 {0} s 后再试。请使用耳机，或调低扬声器音量。</translation>
  </message>
  <message>
   <location filename="../../app/engine/stream.py"></location>
   <source>Your microphone hears the loudspeaker and sends it round again: the output rests for {0} s and is then tried again. Use headphones, or turn the loudspeaker down.</source>
   <extracomment>{0} = rest_s</extracomment>
   <translation>麦克风拾到了扬声器的声音并再次送出：输出暂停 {0} s 后再试。请使用耳机，或调低扬声器音量。</translation>
  </message>
  <message>
   <location filename="../../app/engine/taps.py"></location>
   <source>The telemetry belongs to another version: restart Syrinx.</source>
   <translation>遥测数据属于另一个版本：请重启 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../app/engine/taps.py"></location>
   <source>The telemetry of the engine is gone: restart Syrinx.</source>
   <translation>引擎的遥测数据已消失：请重启 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../app/engine/voice_chain.py"></location>
   <source>The parts of the chain's delay do not add up to its delay.</source>
   <translation>处理链各部分的延迟之和与总延迟不符。</translation>
  </message>
  <message>
   <location filename="../../app/engine/voice_chain.py"></location>
   <source>blocks of 10 ms</source>
   <translation>10 ms 分块</translation>
  </message>
  <message>
   <location filename="../../app/engine/voice_chain.py"></location>
   <source>limiter</source>
   <translation>限幅器</translation>
  </message>
  <message>
   <location filename="../../app/engine/voice_chain.py"></location>
   <source>network</source>
   <translation>网络</translation>
  </message>
  <message>
   <location filename="../../app/engine/voice_chain.py"></location>
   <source>resampling</source>
   <translation>重采样</translation>
  </message>
  <message>
   <location filename="../../app/engine/worker.py"></location>
   <source>The voice stopped with an internal error ({0}: {1}).</source>
   <extracomment>{0} = type(error).__name__, {1} = error</extracomment>
   <translation>声音因内部错误而停止（{0}：{1}）。</translation>
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
   <location filename="../../app/synthesis/output.py"></location>
   <location filename="../../app/transcription/queue_file.py"></location>
   <source>Cannot write {0}: {1}.</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation>无法写入 {0}：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/files.py"></location>
   <source>Cannot {0} into {1}: {2}.</source>
   <extracomment>{0} = doing, {1} = folder, {2} = reason(error)</extracomment>
   <translation>无法在 {1} 中{0}：{2}。</translation>
  </message>
  <message>
   <location filename="../../app/files.py"></location>
   <location filename="../../app/texts.py"></location>
   <source>disk quota exceeded</source>
   <translation>超出磁盘配额</translation>
  </message>
  <message>
   <location filename="../../app/files.py"></location>
   <location filename="../../app/texts.py"></location>
   <source>file exists</source>
   <translation>文件已存在</translation>
  </message>
  <message>
   <location filename="../../app/files.py"></location>
   <location filename="../../app/texts.py"></location>
   <source>file name too long</source>
   <translation>文件名太长</translation>
  </message>
  <message>
   <location filename="../../app/files.py"></location>
   <location filename="../../app/texts.py"></location>
   <source>input/output error</source>
   <translation>输入/输出错误</translation>
  </message>
  <message>
   <location filename="../../app/files.py"></location>
   <location filename="../../app/texts.py"></location>
   <source>is a directory</source>
   <translation>这是一个文件夹</translation>
  </message>
  <message>
   <location filename="../../app/files.py"></location>
   <location filename="../../app/texts.py"></location>
   <source>no space left on device</source>
   <translation>磁盘空间不足</translation>
  </message>
  <message>
   <location filename="../../app/files.py"></location>
   <location filename="../../app/texts.py"></location>
   <source>no such file or directory</source>
   <translation>没有这个文件或文件夹</translation>
  </message>
  <message>
   <location filename="../../app/files.py"></location>
   <location filename="../../app/texts.py"></location>
   <source>not a directory</source>
   <translation>这不是文件夹</translation>
  </message>
  <message>
   <location filename="../../app/files.py"></location>
   <location filename="../../app/texts.py"></location>
   <source>permission denied</source>
   <translation>没有权限</translation>
  </message>
  <message>
   <location filename="../../app/files.py"></location>
   <location filename="../../app/texts.py"></location>
   <source>read-only file system</source>
   <translation>文件系统只读</translation>
  </message>
  <message>
   <location filename="../../app/files.py"></location>
   <source>save</source>
   <translation>保存</translation>
  </message>
  <message>
   <location filename="../../app/inspection.py"></location>
   <source>the file was cut short, after {0} s.</source>
   <extracomment>{0} = reader.frames_read / rate</extracomment>
   <translation>文件在 {0} s 之后被截断。</translation>
  </message>
  <message>
   <location filename="../../app/inspection.py"></location>
   <source>{0} samples were no numbers and count as silence.</source>
   <extracomment>{0} = reader.bad_samples</extracomment>
   <translation>{0} 个采样不是数字，按静音计。</translation>
  </message>
  <message>
   <location filename="../../app/instance.py"></location>
   <source>Cannot write {0}; set SYRINX_HOME to a folder you can write.</source>
   <extracomment>{0} = path</extracomment>
   <translation>无法写入 {0}；请将 SYRINX_HOME 设为可写的文件夹。</translation>
  </message>
  <message>
   <location filename="../../app/instance.py"></location>
   <source>Syrinx is already open; close its window first, or set SYRINX_HOME to another folder for a second one.</source>
   <translation>Syrinx 已经打开；请先关闭它的窗口，或将 SYRINX_HOME 设为另一个文件夹以再开一个。</translation>
  </message>
  <message>
   <location filename="../../app/live_extras.py"></location>
   <source>About</source>
   <translation>关于</translation>
  </message>
  <message>
   <location filename="../../app/live_extras.py"></location>
   <source>General</source>
   <translation>常规</translation>
  </message>
  <message>
   <location filename="../../app/live_extras.py"></location>
   <source>Recognition models</source>
   <translation>识别模型</translation>
  </message>
  <message>
   <location filename="../../app/live_extras.py"></location>
   <location filename="../../app/views/settings_view.py"></location>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
   <location filename="../../app/transcription/outputs.py"></location>
   <source>Cannot make the folder {0}: {1}.</source>
   <extracomment>{0} = folder, {1} = reason(error)</extracomment>
   <translation>无法建立文件夹 {0}：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
   <source>The result cannot go to the standard output; name a file or a folder.</source>
   <translation>结果不能写到标准输出；请指定文件或文件夹。</translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
   <source>The result would overwrite the input {0}; use another -o.</source>
   <extracomment>{0} = result</extracomment>
   <translation>结果会覆盖输入文件 {0}；请用 -o 指定其他位置。</translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
   <source>no voiced speech was found, so the pitch was not shifted.</source>
   <translation>没有找到浊音语音，因此没有移动音高。</translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
   <source>the file ends early, after {0} s.</source>
   <extracomment>{0} = reader.frames_read / rate_in</extracomment>
   <translation>文件在 {0} s 之后提前结束。</translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
   <source>the file was cut short; the {0} s that are there were converted.</source>
   <extracomment>{0} = reader.seconds</extracomment>
   <translation>文件被截断；已转换现有的 {0} s。</translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
   <source>{0} and {1} would both become {2}; convert them one by one.</source>
   <extracomment>{0} = seen[place], {1} = source, {2} = result</extracomment>
   <translation>{0} 和 {1} 都会变成 {2}；请逐个转换。</translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
   <source>{0} files cannot go into the one file {1}.</source>
   <extracomment>{0} = len(inputs), {1} = target</extracomment>
   <translation>{0} 个文件不能写入同一个文件 {1}。</translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
   <source>{0} samples were no numbers and became silence.</source>
   <extracomment>{0} = reader.bad_samples</extracomment>
   <translation>{0} 个采样不是数字，已变为静音。</translation>
  </message>
  <message>
   <location filename="../../app/osc.py"></location>
   <source>OSC has no type for this value.</source>
   <translation>OSC 没有适合此值的类型。</translation>
  </message>
  <message>
   <location filename="../../app/osc.py"></location>
   <source>This is no OSC packet.</source>
   <translation>这不是 OSC 数据包。</translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>"{0}" cannot be read: {1}.</source>
   <extracomment>{0} = path.name, {1} = reason(error)</extracomment>
   <translation>无法读取“{0}”：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>"{0}" holds no presets.</source>
   <extracomment>{0} = path.name</extracomment>
   <translation>“{0}”中没有预设。</translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>"{0}" is too large to be a preset.</source>
   <extracomment>{0} = path.name</extracomment>
   <translation>“{0}”太大，不可能是预设。</translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>A preset needs a name of at most {0} characters.</source>
   <extracomment>{0} = MAX_NAME</extracomment>
   <translation>预设需要名称，最多 {0} 个字符。</translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>One preset was damaged and left out; the file as it was is {0}.</source>
   <extracomment>{0} = copy</extracomment>
   <translation>一个预设已损坏，未载入；原文件保存为 {0}。</translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>The colour of a preset is written as #rrggbb.</source>
   <translation>预设的颜色写作 #rrggbb。</translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>The id of a preset is a short word.</source>
   <translation>预设的 ID 是一个短词。</translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>The preset is damaged.</source>
   <translation>预设已损坏。</translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>The presets could not be understood; they are kept in {0}.</source>
   <extracomment>{0} = kept</extracomment>
   <translation>无法理解这些预设；它们保留在 {0} 中。</translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>The presets in {0} cannot be read ({1}).</source>
   <extracomment>{0} = self._path, {1} = reason(error)</extracomment>
   <translation>无法读取 {0} 中的预设（{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>The voice of a preset is an id.</source>
   <translation>预设的声音是一个 ID。</translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>There is room for {0} presets: delete some first.</source>
   <extracomment>{0} = MAX_PRESETS</extracomment>
   <translation>最多可存 {0} 个预设：请先删除一些。</translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>These are no presets.</source>
   <translation>这些不是预设。</translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <location filename="../../app/services/remote_session.py"></location>
   <source>This is no JSON.</source>
   <translation>这不是 JSON。</translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>{0} presets were damaged and left out; the file as it was is {1}.</source>
   <extracomment>{0} = damaged, {1} = copy</extracomment>
   <translation>{0} 个预设已损坏，未载入；原文件保存为 {1}。</translation>
  </message>
  <message>
   <location filename="../../app/recognition_area.py"></location>
   <source>Syrinx (English)</source>
   <translation>Syrinx（英语）</translation>
  </message>
  <message>
   <location filename="../../app/recognition_area.py"></location>
   <location filename="../../app/views/transcribe_dialogs.py"></location>
   <source>Transcribe</source>
   <translation>转写</translation>
  </message>
  <message>
   <location filename="../../app/recognition_area.py"></location>
   <source>{name} is a recogniser: it is checked and added.</source>
   <translation>{name} 是识别器：正在检查并添加。</translation>
  </message>
  <message>
   <location filename="../../app/recordings.py"></location>
   <source>The recordings hold {0} s of speech; {1} s is the least, {2} s is good.</source>
   <extracomment>{0} = speech_s, {1} = LEAST_SPEECH_S, {2} = GOOD_SPEECH_S</extracomment>
   <translation>录音中有 {0} s 语音；至少需要 {1} s，{2} s 较好。</translation>
  </message>
  <message>
   <location filename="../../app/recordings.py"></location>
   <source>only {0} s of speech; with {1} s the voice is closer.</source>
   <extracomment>{0} = speech_s, {1} = GOOD_SPEECH_S</extracomment>
   <translation>只有 {0} s 语音；有 {1} s 时声音会更接近。</translation>
  </message>
  <message>
   <location filename="../../app/recordings.py"></location>
   <source>{0} holds values that are no numbers (NaN); save it again or leave it out.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 含有非数字的值 (NaN)；请重新保存，或不用它。</translation>
  </message>
  <message>
   <location filename="../../app/recordings.py"></location>
   <source>{0} is clipped ({1} % of it at full scale); record it again with less gain, or leave it out.</source>
   <extracomment>{0} = path, {1} = 100 * clipped / read</extracomment>
   <translation>{0} 有削波（其中 {1} % 达到满刻度）；请降低增益重新录制，或不用它。</translation>
  </message>
  <message>
   <location filename="../../app/recordings.py"></location>
   <source>{0} is clipped in places; less gain gives a cleaner voice.</source>
   <extracomment>{0} = path.name</extracomment>
   <translation>{0} 有几处削波；降低增益可得到更干净的声音。</translation>
  </message>
  <message>
   <location filename="../../app/recordings.py"></location>
   <source>{0} is silent, or has less than half a second of speech.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 没有声音，或语音不足半秒。</translation>
  </message>
  <message>
   <location filename="../../app/remote_access.py"></location>
   <location filename="../../app/spoken_texts.py"></location>
   <source>{0} cannot be read ({1}).</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation>无法读取 {0}（{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/services/caption_client.py"></location>
   <source>{0} Switch the captions on again.</source>
   <extracomment>{0} = error</extracomment>
   <translation>{0}重新打开字幕即可。</translation>
  </message>
  <message>
   <location filename="../../app/services/checking_client.py"></location>
   <source>{0} Try it again.</source>
   <extracomment>{0} = error</extracomment>
   <translation>{0}请再试一次。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys.py"></location>
   <source>Keys cannot be used.</source>
   <translation>无法使用快捷键。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys.py"></location>
   <source>Keys work while a Syrinx window is in front.</source>
   <translation>Syrinx 窗口在最前时快捷键有效。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys.py"></location>
   <source>Keys work while a Syrinx window is in front: on macOS there are no others yet.</source>
   <translation>Syrinx 窗口在最前时快捷键有效：macOS 上暂无其他方式。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_portal.py"></location>
   <source>Global keys on Wayland need the package jeepney.</source>
   <translation>Wayland 上的全局快捷键需要软件包 jeepney。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_portal.py"></location>
   <source>There is no session bus to ask the desktop for keys.</source>
   <translation>没有会话总线，无法向桌面请求快捷键。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_portal.py"></location>
   <source>This desktop has no portal for global keys.</source>
   <translation>此桌面没有用于全局快捷键的门户。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_portal.py"></location>
   <source>Your desktop asks whether Syrinx may have these keys, and may give it others: its own settings show which.</source>
   <translation>桌面会询问是否允许 Syrinx 使用这些快捷键，也可能分配其他快捷键：桌面自己的设置中会显示。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_windows.py"></location>
   <location filename="../../app/services/hotkeys_x11.py"></location>
   <source>Another program has the key {0}.</source>
   <extracomment>{0} = hotkey.chord</extracomment>
   <translation>快捷键 {0} 已被另一个程序占用。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_windows.py"></location>
   <location filename="../../app/services/hotkeys_x11.py"></location>
   <source>Keys work everywhere; other programs do not get them while Syrinx runs.</source>
   <translation>快捷键在任何地方都有效；Syrinx 运行时其他程序收不到它们。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_windows.py"></location>
   <source>The library user32 is missing.</source>
   <translation>缺少 user32 库。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_x11.py"></location>
   <location filename="../../app/services/xcb.py"></location>
   <source>The X server cannot be reached.</source>
   <translation>无法连接 X 服务器。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_x11.py"></location>
   <source>The system keeps {0} for itself.</source>
   <extracomment>{0} = hotkey.chord</extracomment>
   <translation>系统保留了 {0}。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_x11.py"></location>
   <source>Your keyboard has no key {0}.</source>
   <extracomment>{0} = hotkey.chord.key</extracomment>
   <translation>你的键盘没有按键 {0}。</translation>
  </message>
  <message>
   <location filename="../../app/services/midi.py"></location>
   <source>MIDI does not work here ({0}).</source>
   <extracomment>{0} = error</extracomment>
   <translation>MIDI 在此无法工作（{0}）。</translation>
  </message>
  <message>
   <location filename="../../app/services/midi.py"></location>
   <source>MIDI needs the package python-rtmidi: pip install syrinx[midi].</source>
   <translation>MIDI 需要软件包 python-rtmidi：pip install syrinx[midi]。</translation>
  </message>
  <message>
   <location filename="../../app/services/midi.py"></location>
   <source>The MIDI port “{0}” is not there.</source>
   <extracomment>{0} = port</extracomment>
   <translation>MIDI 端口“{0}”不存在。</translation>
  </message>
  <message>
   <location filename="../../app/services/midi.py"></location>
   <source>There is no MIDI here: neither ALSA's sequencer (the kernel module snd-seq) nor a JACK server runs.</source>
   <translation>此处没有 MIDI：ALSA 音序器（内核模块 snd-seq）和 JACK 服务器都没有运行。</translation>
  </message>
  <message>
   <location filename="../../app/services/osc_server.py"></location>
   <source>Port {0} cannot be used for OSC ({1}): choose another one.</source>
   <extracomment>{0} = port, {1} = why</extracomment>
   <translation>端口 {0} 无法用于 OSC（{1}）：请选择其他端口。</translation>
  </message>
  <message>
   <location filename="../../app/services/remote_server.py"></location>
   <source>Port {0} cannot be used for the remote control ({1}): choose another one.</source>
   <extracomment>{0} = port, {1} = why</extracomment>
   <translation>端口 {0} 无法用于远程控制（{1}）：请选择其他端口。</translation>
  </message>
  <message>
   <location filename="../../app/services/remote_server.py"></location>
   <source>The remote control needs a token: renew it.</source>
   <translation>远程控制需要令牌：请更新令牌。</translation>
  </message>
  <message>
   <location filename="../../app/services/remote_session.py"></location>
   <source>A message is a JSON object.</source>
   <translation>消息应是 JSON 对象。</translation>
  </message>
  <message>
   <location filename="../../app/services/remote_session.py"></location>
   <source>This is an error in Syrinx itself.</source>
   <translation>这是 Syrinx 自身的错误。</translation>
  </message>
  <message>
   <location filename="../../app/services/xcb.py"></location>
   <source>The X server has no keyboard extension.</source>
   <translation>X 服务器没有键盘扩展。</translation>
  </message>
  <message>
   <location filename="../../app/services/xcb.py"></location>
   <source>The library lib{0} is missing.</source>
   <extracomment>{0} = name</extracomment>
   <translation>缺少 lib{0} 库。</translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>Cannot use the data folder {0} ({1}); set SYRINX_HOME to a folder that you can write.</source>
   <extracomment>{0} = folder, {1} = reason(error)</extracomment>
   <translation>无法使用数据文件夹 {0}（{1}）；请将 SYRINX_HOME 设为可写的文件夹。</translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>Setting favourites must be a list of texts.</source>
   <translation>设置项 favourites 必须是文字列表。</translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>Setting theme must be one of {0}.</source>
   <extracomment>{0} = ', '.join(THEMES)</extracomment>
   <translation>设置项 theme 必须是以下之一：{0}。</translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>Setting {0} must be a number.</source>
   <extracomment>{0} = name</extracomment>
   <translation>设置项 {0} 必须是数字。</translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>Setting {0} must be a text.</source>
   <extracomment>{0} = name</extracomment>
   <translation>设置项 {0} 必须是文字。</translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>Setting {0} must be between {1} and {2}.</source>
   <extracomment>{0} = name, {1} = low, {2} = high</extracomment>
   <translation>设置项 {0} 必须在 {1} 到 {2} 之间。</translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>Setting {0} must be true or false.</source>
   <extracomment>{0} = name</extracomment>
   <translation>设置项 {0} 必须是 true 或 false。</translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>Settings in {0} cannot be read ({1}); the defaults are used.</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation>无法读取 {0} 中的设置（{1}）；已使用默认设置。</translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>The settings file {0} was damaged; it was kept as {1} and the defaults are used.</source>
   <extracomment>{0} = path, {1} = kept.name</extracomment>
   <translation>设置文件 {0} 已损坏；它保留为 {1}，现使用默认设置。</translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>The settings file {0} was damaged; the defaults are used.</source>
   <extracomment>{0} = path</extracomment>
   <translation>设置文件 {0} 已损坏；现使用默认设置。</translation>
  </message>
  <message>
   <location filename="../../app/spoken_texts.py"></location>
   <source>{0} has more than {1} MB: cut it into several files.</source>
   <extracomment>{0} = path, {1} = MOST_BYTES // 1000000</extracomment>
   <translation>{0} 超过 {1} MB：把它分成几个文件。</translation>
  </message>
  <message>
   <location filename="../../app/spoken_texts.py"></location>
   <source>{0} is no text: only text can be spoken.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 不是文本：只能朗读文本。</translation>
  </message>
  <message>
   <location filename="../../app/studio.py"></location>
   <source>There is no {0} in {1}: name a folder of models.</source>
   <extracomment>{0} = INDEX_NAME, {1} = models</extracomment>
   <translation>{1} 中没有 {0}：请指定模型文件夹。</translation>
  </message>
  <message>
   <location filename="../../app/studio_parts.py"></location>
   <location filename="../../app/views/studio_strip.py"></location>
   <source>Marker</source>
   <translation>标记</translation>
  </message>
  <message>
   <location filename="../../app/studio_parts.py"></location>
   <source>Marks what is being said now in the recording.</source>
   <translation>在录音中标记此刻所说的内容。</translation>
  </message>
  <message>
   <location filename="../../app/studio_parts.py"></location>
   <source>Recording</source>
   <translation>录音</translation>
  </message>
  <message>
   <location filename="../../app/studio_parts.py"></location>
   <source>Some pads of the soundboard were damaged and are left out: add them again.</source>
   <translation>音效板的一些音效键已损坏，未被载入：请重新添加。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/dubbing.py"></location>
   <source>Subtitle {0} begins {1} s late: the one before it is too long to be said in time.</source>
   <extracomment>{0} = self.number, {1} = self.late_s</extracomment>
   <translation>字幕 {0} 晚开始 {1} s：前一条太长，来不及说完。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/dubbing.py"></location>
   <source>Subtitle {0} lasts {1} s longer than it is shown, at {2} times the speed.</source>
   <extracomment>{0} = self.number, {1} = self.over_s, {2} = self.speed</extracomment>
   <translation>字幕 {0} 以 {2} 倍速度说，仍比显示时间长 {1} s。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/output.py"></location>
   <source>Speech is written as {0}, not {1}.</source>
   <extracomment>{0} = ', '.join(FORMATS), {1} = path.suffix</extracomment>
   <translation>语音可写成 {0}，不能写成 {1}。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/output.py"></location>
   <source>There is nothing to say: the text holds no word.</source>
   <translation>没有可说的内容：文本里没有词。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/phonemes.py"></location>
   <source>The program espeak-ng does not answer ({0}).</source>
   <extracomment>{0} = error</extracomment>
   <translation>程序 espeak-ng 没有响应（{0}）。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/phonemes.py"></location>
   <source>The program espeak-ng does not know the language "{0}".</source>
   <extracomment>{0} = voice</extracomment>
   <translation>程序 espeak-ng 不认识语言“{0}”。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/phonemes.py"></location>
   <source>This voice is given sounds, and the sounds of its language ({0}) come from the program espeak-ng: install it, or take an English voice.</source>
   <extracomment>{0} = voice</extracomment>
   <translation>这个声音需要音素，其语言（{0}）的音素由程序 espeak-ng 提供：安装它，或选用英语声音。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/process.py"></location>
   <location filename="../../app/synthesis/reading.py"></location>
   <location filename="../../app/transcription/caption_process.py"></location>
   <location filename="../../app/transcription/process.py"></location>
   <source>There is not enough memory for this: close other programs, then try again.</source>
   <translation>内存不足：请关闭其他程序，然后再试一次。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/published.py"></location>
   <source>The voice has no speaker "{0}"; it has: {1}.</source>
   <extracomment>{0} = speaker, {1} = shown</extracomment>
   <translation>这个声音没有说话人“{0}”；有：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/published.py"></location>
   <source>The voice in {0} cannot be opened ({1}).</source>
   <extracomment>{0} = folder.name, {1} = text</extracomment>
   <translation>无法打开 {0} 中的声音（{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/published.py"></location>
   <source>The voice in {0} is not complete, or broken.</source>
   <extracomment>{0} = folder.name</extracomment>
   <translation>{0} 中的声音不完整或已损坏。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/published.py"></location>
   <source>The voice {0} cannot say a sentence ({1}).</source>
   <extracomment>{0} = self.name, {1} = text</extracomment>
   <translation>声音 {0} 无法说出一个句子（{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/published.py"></location>
   <source>The voice {0} makes no sound: it is broken.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation>声音 {0} 没有发出声音：它已损坏。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/script.py"></location>
   <source>SSML is read for English voices only: remove the marks, or take one.</source>
   <translation>只有英语声音能读 SSML：去掉标记，或选用英语声音。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/speakers.py"></location>
   <source>The voice {0} cannot be used: {1}</source>
   <extracomment>{0} = model.name, {1} = model.problem</extracomment>
   <translation>声音 {0} 无法使用：{1}</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/speakers.py"></location>
   <location filename="../../app/synthesis/voice_store.py"></location>
   <source>There is no published voice "{0}"; there is: {1}.</source>
   <extracomment>{0} = by, {1} = _there(home)</extracomment>
   <translation>没有发布的声音“{0}”；有：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/speakers.py"></location>
   <source>There is no voice "{0}" that speaks; published voices are: {1}.</source>
   <extracomment>{0} = name, {1} = _there(home)</extracomment>
   <translation>没有会说话的声音“{0}”；发布的声音有：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/speakers.py"></location>
   <source>{0} is a voice of the library: it speaks by way of a published voice, which is to be named (--by NAME); there is: {1}.</source>
   <extracomment>{0} = voice.name, {1} = _there(home)</extracomment>
   <translation>{0} 是声音库中的声音：它通过一个发布的声音说话，需要指明（--by NAME）；有：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/synthesizer.py"></location>
   <source>The {0} of speech must lie between {1} and {2}.</source>
   <extracomment>{0} = name, {1} = low, {2} = high</extracomment>
   <translation>语音的 {0} 必须在 {1} 与 {2} 之间。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/voice_layouts.py"></location>
   <source>There is more than one voice in this folder: add one of {0}.</source>
   <extracomment>{0} = names</extracomment>
   <translation>这个文件夹里不止一个声音：添加其中一个：{0}。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/voice_layouts.py"></location>
   <source>There is no .onnx file in {0}: it is no voice of sherpa-onnx.</source>
   <extracomment>{0} = folder.name</extracomment>
   <translation>{0} 中没有 .onnx 文件：它不是 sherpa-onnx 的声音。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/voice_layouts.py"></location>
   <source>{0} does not say what kind of voice it is: Syrinx takes voices as sherpa-onnx publishes them.</source>
   <extracomment>{0} = network.name</extracomment>
   <translation>{0} 没有说明它是哪种声音：Syrinx 接受 sherpa-onnx 发布的声音。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/voice_layouts.py"></location>
   <source>{0} holds a vocoder only: the network of the voice itself is missing.</source>
   <extracomment>{0} = self.path.name</extracomment>
   <translation>{0} 只有声码器：缺少声音本身的网络。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/voice_layouts.py"></location>
   <source>{0} is a Piper voice as Piper itself publishes it: take the same voice from the collection of sherpa-onnx, which says in the file what it needs.</source>
   <extracomment>{0} = network.name</extracomment>
   <translation>{0} 是 Piper 自己发布的声音：改用 sherpa-onnx 收录的同一个声音，它的文件里写明了所需内容。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/voice_layouts.py"></location>
   <source>{0} is a model of the kind "{1}", which does not speak.</source>
   <extracomment>{0} = network.name, {1} = said</extracomment>
   <translation>{0} 是“{1}”类型的模型，它不会说话。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/voice_layouts.py"></location>
   <source>{0} is a {1} model, which needs a recording of the voice to speak: Syrinx clones voices by itself, see the area Clone.</source>
   <extracomment>{0} = folder.name, {1} = name</extracomment>
   <translation>{0} 是 {1} 模型，需要一段声音的录音才能说话：Syrinx 自己能克隆声音，见“克隆”区。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/voice_layouts.py"></location>
   <source>{0} looks like a {1} voice, but this is missing: {2}.</source>
   <extracomment>{0} = self.path.name, {1} = kind, {2} = ', '.join(names)</extracomment>
   <translation>{0} 看起来是 {1} 声音，但缺少：{2}。</translation>
  </message>
  <message>
   <location filename="../../app/synthesis/voice_store.py"></location>
   <source>The voice opens, but makes no sound: copy or download it again.</source>
   <translation>声音可以打开，但没有发出声音：重新复制或下载它。</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>"{0}" and "{1}"</source>
   <translation>“{0}”和“{1}”</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>address already in use</source>
   <translation>地址已被占用</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>broken pipe</source>
   <translation>管道已断开</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>cannot allocate memory</source>
   <translation>内存不足</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>cannot assign requested address</source>
   <translation>无法使用所请求的地址</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>connection refused</source>
   <translation>连接被拒绝</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>connection reset by peer</source>
   <translation>连接被对方重置</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>connection timed out</source>
   <translation>连接超时</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>device or resource busy</source>
   <translation>设备或资源正忙</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>directory not empty</source>
   <translation>文件夹不为空</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>file too large</source>
   <translation>文件过大</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>host is down</source>
   <translation>主机已关闭</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>invalid argument</source>
   <translation>参数无效</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>no such device</source>
   <translation>没有这个设备</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>no such device or address</source>
   <translation>没有这个设备或地址</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>operation not permitted</source>
   <translation>不允许此操作</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>reinstall Syrinx</source>
   <translation>请重新安装 Syrinx</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>remove {0} to have the shipped models back</source>
   <translation>删除 {0} 可恢复自带的模型</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>resource temporarily unavailable</source>
   <translation>资源暂时不可用</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>stale file handle</source>
   <translation>文件句柄已失效</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>text file busy</source>
   <translation>文件正在执行</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>the address is protected</source>
   <translation>地址受保护</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>the bound address is already in use</source>
   <translation>绑定的地址已被占用</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>too many levels of symbolic links</source>
   <translation>符号链接层数过多</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>too many open files</source>
   <translation>打开的文件过多</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>transport endpoint is not connected</source>
   <translation>传输端点未连接</translation>
  </message>
  <message>
   <location filename="../../app/transcription/archives.py"></location>
   <source>The archive cannot be unpacked: {0}.</source>
   <extracomment>{0} = reason(error)</extracomment>
   <translation>压缩包无法解开：{0}。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/archives.py"></location>
   <source>The archive has more than {0} files: no model has.</source>
   <extracomment>{0} = MAX_FILES</extracomment>
   <translation>压缩包里的文件超过 {0} 个：没有模型是这样的。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/archives.py"></location>
   <source>The archive holds {0}, which is a link or a device: it is not unpacked.</source>
   <extracomment>{0} = member.name</extracomment>
   <translation>压缩包里的 {0} 是链接或设备：不予解开。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/archives.py"></location>
   <source>The archive is broken, or is no tar archive.</source>
   <translation>压缩包已损坏，或不是 tar 压缩包。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/archives.py"></location>
   <source>The archive unpacks to more than {0} GB: it is not unpacked.</source>
   <extracomment>{0} = max_bytes / 1000000000.0</extracomment>
   <translation>压缩包解开后超过 {0} GB：不予解开。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/archives.py"></location>
   <source>The archive wants to write to {0}, outside its folder: it is not unpacked.</source>
   <extracomment>{0} = member.name</extracomment>
   <translation>压缩包想写到自己文件夹之外的 {0}：不予解开。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/archives.py"></location>
   <location filename="../../app/transcription/model_store.py"></location>
   <location filename="../../app/transcription/model_trial.py"></location>
   <source>The model was not added: it was cancelled.</source>
   <translation>模型没有添加：已取消。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/cues.py"></location>
   <source>A line of subtitles has 10 to 500 characters.</source>
   <translation>字幕每行为 10 到 500 个字符。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/cues.py"></location>
   <source>A subtitle has 1 to 4 lines.</source>
   <translation>一条字幕有 1 到 4 行。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/cues.py"></location>
   <source>A subtitle is shown for 1 to 60 seconds.</source>
   <translation>一条字幕显示 1 到 60 秒。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/downloads.py"></location>
   <source>A SHA-256 checksum has 64 digits, 0 to 9 and a to f.</source>
   <translation>SHA-256 校验和有 64 位，由 0 到 9 和 a 到 f 组成。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/downloads.py"></location>
   <source>More comes than the server has announced: the download is ended.</source>
   <translation>收到的数据比服务器声明的多：下载已中止。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/downloads.py"></location>
   <source>The address must begin with https:// and name an archive.</source>
   <translation>地址要以 https:// 开头，并指向一个压缩包。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/downloads.py"></location>
   <source>The checksum of the download is wrong: it is damaged, or not the file that was meant. It was deleted.</source>
   <translation>下载的校验和不对：文件已损坏，或不是要下载的那一个。文件已删除。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/downloads.py"></location>
   <source>The download cannot be stored: {0}.</source>
   <extracomment>{0} = reason(error)</extracomment>
   <translation>下载的文件无法保存：{0}。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/downloads.py"></location>
   <source>The download was cancelled; what has come is kept for the next time.</source>
   <translation>下载已取消；已收到的部分会留到下次。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/downloads.py"></location>
   <source>The file has {0} GB; at most {1} GB are taken.</source>
   <extracomment>{0} = limit / 1000000000.0, {1} = max_bytes / 1000000000.0</extracomment>
   <translation>文件有 {0} GB；最多接受 {1} GB。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/downloads.py"></location>
   <source>The server has another file than the list says ({0} bytes instead of {1}): it is not downloaded.</source>
   <extracomment>{0} = total, {1} = wanted.size</extracomment>
   <translation>服务器上的文件与列表不符（{0} 字节，应为 {1}）：不予下载。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/downloads.py"></location>
   <source>The server leads to an address that is not safe: nothing was taken.</source>
   <translation>服务器转到了不安全的地址：什么也没有下载。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/downloads.py"></location>
   <source>There is no connection to {0} ({1}); what has come is kept, so try again later.</source>
   <extracomment>{0} = urlsplit(wanted.url).hostname, {1} = _why(error)</extracomment>
   <translation>连不上 {0}（{1}）；已收到的部分会保留，稍后再试。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/downloads.py"></location>
   <source>There is not enough room for the download: it needs {0} MB, and the disk has {1} MB left.</source>
   <extracomment>{0} = needed / 1000000.0, {1} = free / 1000000.0</extracomment>
   <translation>空间不够下载：需要 {0} MB，磁盘只剩 {1} MB。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/downloads.py"></location>
   <source>Whoever sits between could change a file that comes by http: give its SHA-256 checksum, or an address that begins with https://.</source>
   <translation>经 http 下载的文件可能在途中被改动：请给出 SHA-256 校验和，或使用以 https:// 开头的地址。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/downloads.py"></location>
   <source>{0} does not give the file ({1}).</source>
   <extracomment>{0} = urlsplit(wanted.url).hostname, {1} = text</extracomment>
   <translation>{0} 没有给出文件（{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/formats.py"></location>
   <source>"{0}" is no format of transcripts; use {1}.</source>
   <extracomment>{0} = kind, {1} = ', '.join(FORMATS)</extracomment>
   <translation>“{0}”不是转写文本的格式；请使用 {1}。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/formats.py"></location>
   <source>There are no subtitles in it: it is neither SRT nor WebVTT.</source>
   <translation>其中没有字幕：既不是 SRT 也不是 WebVTT。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/found.py"></location>
   <source>{0} holds more than {1} files.</source>
   <extracomment>{0} = path, {1} = MAX_FILES_SEEN</extracomment>
   <translation>{0} 中的文件超过 {1} 个。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/layouts.py"></location>
   <source>{0} does not say what kind of model it is: Syrinx takes models as sherpa-onnx publishes them.</source>
   <extracomment>{0} = name</extracomment>
   <translation>{0} 没有说明是哪一种模型：Syrinx 接受 sherpa-onnx 发布的模型。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/layouts.py"></location>
   <source>{0} is a model of the kind "{1}", which Syrinx cannot recognise speech with.</source>
   <extracomment>{0} = name, {1} = said</extracomment>
   <translation>{0} 是“{1}”类的模型，Syrinx 不能用它识别语音。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/layouts.py"></location>
   <source>{0} is not a table of tokens, or is broken.</source>
   <extracomment>{0} = tokens.name</extracomment>
   <translation>{0} 不是词元表，或已损坏。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/layouts.py"></location>
   <source>{0} looks like a {1} model, but this is missing: {2}.</source>
   <extracomment>{0} = self.path.name, {1} = kind, {2} = ', '.join(missing)</extracomment>
   <translation>{0} 看起来是 {1} 模型，但缺少：{2}。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/layouts.py"></location>
   <source>{0} needs the file {1}, which is missing.</source>
   <extracomment>{0} = network.name, {1} = name</extracomment>
   <translation>{0} 需要的文件 {1} 不存在。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/layouts.py"></location>
   <source>{0} wants to read {1}, outside its folder: it is not safe.</source>
   <extracomment>{0} = network.name, {1} = name</extracomment>
   <translation>{0} 想读取自己文件夹之外的 {1}：不安全。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_download.py"></location>
   <source>{0} is not an archive that Syrinx unpacks: give the address of a .tar.bz2, .tar.gz, .tar.xz or .tar file.</source>
   <extracomment>{0} = name</extracomment>
   <translation>{0} 不是 Syrinx 能解开的压缩包：请给出 .tar.bz2、.tar.gz、.tar.xz 或 .tar 文件的地址。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_files.py"></location>
   <source>There is more than one model in this folder: add one of {0}.</source>
   <extracomment>{0} = names</extracomment>
   <translation>这个文件夹里不止一个模型：请添加其中一个：{0}。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_files.py"></location>
   <source>There is no .onnx file in this folder: it is no model of sherpa-onnx.</source>
   <translation>这个文件夹里没有 .onnx 文件：它不是 sherpa-onnx 的模型。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_files.py"></location>
   <source>{0} has more than {1} files: it is no model.</source>
   <extracomment>{0} = folder.name, {1} = MAX_FILES</extracomment>
   <translation>{0} 里的文件超过 {1} 个：它不是模型。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_files.py"></location>
   <source>{0} in {1} is a link to a file outside the folder: copy the file itself into it.</source>
   <extracomment>{0} = path.name, {1} = folder.name</extracomment>
   <translation>{1} 里的 {0} 是指向文件夹之外的链接：请把文件本身复制进来。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_files.py"></location>
   <source>{0} is not a folder: a model is a folder with .onnx files.</source>
   <extracomment>{0} = folder</extracomment>
   <translation>{0} 不是文件夹：模型是一个带 .onnx 文件的文件夹。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_list.py"></location>
   <source>Entry {0} of the list {1} cannot be used ({2}).</source>
   <extracomment>{0} = number, {1} = place, {2} = why</extracomment>
   <translation>列表 {1} 的第 {0} 项无法使用（{2}）。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_list.py"></location>
   <source>The list has no model "{0}"; it has: {1}.</source>
   <extracomment>{0} = offer_id, {1} = known</extracomment>
   <translation>列表里没有模型“{0}”；有：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_list.py"></location>
   <source>The list {0} cannot be read ({1}).</source>
   <extracomment>{0} = own, {1} = error</extracomment>
   <translation>列表 {0} 无法读取（{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_list.py"></location>
   <source>The list {0} is not a list of recognition models; delete it, or get a new one.</source>
   <extracomment>{0} = place</extracomment>
   <translation>列表 {0} 不是识别模型列表；请删除它，或换一个新的。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_list.py"></location>
   <source>The list {0} is too long.</source>
   <extracomment>{0} = own</extracomment>
   <translation>列表 {0} 太长。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_store.py"></location>
   <source>Cannot delete {0}: {1}.</source>
   <extracomment>{0} = model.name, {1} = reason(error)</extracomment>
   <translation>无法删除 {0}：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_store.py"></location>
   <source>Cannot use the folder {0}: {1}.</source>
   <extracomment>{0} = self.folder, {1} = reason(error)</extracomment>
   <translation>无法使用文件夹 {0}：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_store.py"></location>
   <source>The model cannot be stored: {0}.</source>
   <extracomment>{0} = reason(error)</extracomment>
   <translation>模型无法保存：{0}。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_store.py"></location>
   <source>The model has {0} GB; at most {1} GB are taken.</source>
   <extracomment>{0} = total / 1000000000.0, {1} = MAX_BYTES / 1000000000.0</extracomment>
   <translation>模型有 {0} GB；最多接受 {1} GB。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_store.py"></location>
   <source>There is no recognition model "{0}"; there is: {1}.</source>
   <extracomment>{0} = model_id, {1} = known</extracomment>
   <translation>没有识别模型“{0}”；有：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_store.py"></location>
   <source>There is not enough room for the model: it needs {0} MB, and the disk has {1} MB left.</source>
   <extracomment>{0} = room / 1000000.0, {1} = free / 1000000.0</extracomment>
   <translation>空间放不下这个模型：需要 {0} MB，磁盘只剩 {1} MB。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_store.py"></location>
   <source>{0} changes while it is copied; try again.</source>
   <extracomment>{0} = file.name</extracomment>
   <translation>复制时 {0} 发生了变化；请再试一次。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_store.py"></location>
   <source>{0} is empty: copy or download the model again.</source>
   <extracomment>{0} = file.name</extracomment>
   <translation>{0} 是空的：请重新复制或下载模型。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_store.py"></location>
   <source>{0} is missing or was changed: remove the model and add it again.</source>
   <extracomment>{0} = bad</extracomment>
   <translation>{0} 不见了或被改动过：请移除模型后重新添加。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_store.py"></location>
   <source>{0} is there already.</source>
   <extracomment>{0} = name</extracomment>
   <translation>{0} 已经在了。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_trial.py"></location>
   <source>The model cannot be opened ({0}).</source>
   <extracomment>{0} = text</extracomment>
   <translation>模型无法打开（{0}）。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_trial.py"></location>
   <source>The model cannot be opened in ten minutes: it is too large for this computer.</source>
   <translation>十分钟内打不开模型：它对这台电脑来说太大了。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_trial.py"></location>
   <source>The model cannot be tried out ({0}).</source>
   <extracomment>{0} = error</extracomment>
   <translation>模型无法试用（{0}）。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/model_trial.py"></location>
   <source>The {0} model {1} cannot be opened: {2}.</source>
   <extracomment>{0} = layout.kind, {1} = name, {2} = _last_words(log)</extracomment>
   <translation>{0} 模型 {1} 无法打开：{2}。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/models.py"></location>
   <source>The model {0} cannot be used: {1}</source>
   <extracomment>{0} = model.name, {1} = model.problem</extracomment>
   <translation>模型 {0} 无法使用：{1}</translation>
  </message>
  <message>
   <location filename="../../app/transcription/onnx_header.py"></location>
   <source>{0} is not an ONNX model, or is cut short.</source>
   <extracomment>{0} = path.name</extracomment>
   <translation>{0} 不是 ONNX 模型，或不完整。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/outputs.py"></location>
   <source>Cannot read the folder {0}: {1}.</source>
   <extracomment>{0} = folder, {1} = reason(error)</extracomment>
   <translation>无法读取文件夹 {0}：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/outputs.py"></location>
   <source>There is no sound file in the folder {0}.</source>
   <extracomment>{0} = folder</extracomment>
   <translation>文件夹 {0} 中没有声音文件。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/own_recognizer.py"></location>
   <source>The models of Syrinx's own recogniser are not installed: add a recognition model of your own, or install Syrinx again.</source>
   <translation>Syrinx 自己的识别器的模型没有安装：请添加你自己的识别模型，或重新安装 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/queue.py"></location>
   <source>Cannot use the folder {0} ({1}).</source>
   <extracomment>{0} = folder, {1} = reason(error)</extracomment>
   <translation>无法使用文件夹 {0}（{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/queue.py"></location>
   <source>The list of transcriptions was damaged; it was made again from them.</source>
   <translation>转写列表已损坏；已根据现有转写重新生成。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/queue.py"></location>
   <source>The queue holds at most {0} files: remove some first.</source>
   <extracomment>{0} = MAX_ITEMS</extracomment>
   <translation>队列最多可放 {0} 个文件：请先移除一些。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/queue.py"></location>
   <source>The transcript {0} is damaged.</source>
   <extracomment>{0} = path</extracomment>
   <translation>转写文本 {0} 已损坏。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/queue.py"></location>
   <source>There is no transcript of this file to change.</source>
   <translation>此文件没有可修改的转写文本。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/queue_file.py"></location>
   <source>The list of transcriptions was damaged; it was made again.</source>
   <translation>转写列表已损坏，已重新生成。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/recording.py"></location>
   <source>The recording is broken after {0} s: what comes before was transcribed.</source>
   <extracomment>{0} = self.done_s</extracomment>
   <translation>录音在 {0} s 之后损坏：之前的部分已转写。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/recording.py"></location>
   <source>The recording was cut short: the {0} s that are there were transcribed.</source>
   <extracomment>{0} = self.done_s</extracomment>
   <translation>录音被截断：现有的 {0} s 已转写。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/recording.py"></location>
   <source>{0} holds no audio: its samples are no numbers.</source>
   <extracomment>{0} = reader.path</extracomment>
   <translation>{0} 中没有音频：其采样值不是数字。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/recording.py"></location>
   <source>{0} samples are no numbers and count as silence.</source>
   <extracomment>{0} = reader.bad_samples</extracomment>
   <translation>{0} 个采样值不是数字，按静音处理。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/sherpa.py"></location>
   <source>Models of your own need the Python package sherpa-onnx, which is missing or broken: install it (pip install sherpa-onnx) or take Syrinx's own recogniser.</source>
   <translation>使用自己的模型需要 Python 包 sherpa-onnx，它不存在或已损坏：请安装它（pip install sherpa-onnx），或使用 Syrinx 自己的识别器。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/sherpa.py"></location>
   <source>The model in {0} cannot be opened ({1}).</source>
   <extracomment>{0} = folder.name, {1} = text</extracomment>
   <translation>{0} 里的模型无法打开（{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/speakers.py"></location>
   <source>A recording has one speaker at least: leave the number out, or raise it.</source>
   <translation>一段录音至少有一位说话人：请去掉人数，或改大它。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>A segment of a transcript has at least one word.</source>
   <translation>转写文本的每一段至少有一个词。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>A segment without a word cannot be kept: delete it instead.</source>
   <translation>没有词的段落不能保留：请将其删除。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>A word of a transcript is a text without white space.</source>
   <translation>转写文本中的词不能含有空白字符。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>Speakers of a transcript are counted from 0.</source>
   <translation>转写文本的说话人从 0 开始编号。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The confidence of the word "{0}" is not within 0 to 1.</source>
   <extracomment>{0} = self.text</extracomment>
   <translation>词“{0}”的置信度不在 0 到 1 之间。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The length of a transcript's recording is not a number of seconds.</source>
   <translation>转写文本所属录音的长度不是秒数。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The segments of a transcript are not in order.</source>
   <translation>转写文本的段落顺序不对。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The times of the word "{0}" are not in order.</source>
   <extracomment>{0} = self.text</extracomment>
   <translation>词“{0}”的时间顺序不对。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The transcript has {0} words; at most {1} can be read.</source>
   <extracomment>{0} = count, {1} = MAX_WORDS</extracomment>
   <translation>转写文本有 {0} 个词；最多可读取 {1} 个。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The transcript is damaged: a field is missing or odd.</source>
   <translation>转写文本已损坏：有字段缺失或异常。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The transcript is damaged: it is no JSON.</source>
   <translation>转写文本已损坏：它不是 JSON。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The transcript is of another version of Syrinx.</source>
   <translation>转写文本属于另一个版本的 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>The word "{0}" begins before the one before it.</source>
   <extracomment>{0} = after.text</extracomment>
   <translation>词“{0}”的开始时间早于前一个词。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/transcript.py"></location>
   <source>This JSON is no transcript of Syrinx.</source>
   <translation>这个 JSON 不是 Syrinx 的转写文本。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/wav_pipe.py"></location>
   <source>The WAV in the pipe does not say how its samples are written.</source>
   <translation>管道中的 WAV 没有说明采样的格式。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/wav_pipe.py"></location>
   <source>The WAV in the pipe has a header without an end.</source>
   <translation>管道中的 WAV 文件头没有结尾。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/wav_pipe.py"></location>
   <source>The WAV in the pipe has a sample rate of {0} Hz; use {1} to {2} Hz.</source>
   <extracomment>{0} = rate, {1} = MIN_RATE, {2} = MAX_RATE</extracomment>
   <translation>管道中的 WAV 采样率为 {0} Hz；可用 {1} 至 {2} Hz。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/wav_pipe.py"></location>
   <source>The WAV in the pipe has samples that are not read here: use 16 or 24 bits, or 32 bits floating point.</source>
   <translation>管道中的 WAV 采样格式无法读取：可用 16 位、24 位或 32 位浮点。</translation>
  </message>
  <message>
   <location filename="../../app/transcription/wav_pipe.py"></location>
   <source>The pipe ended within the header of the WAV.</source>
   <translation>管道在 WAV 文件头内就结束了。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/actions.py"></location>
   <source>The action "{id}" needs a number.</source>
   <translation>动作“{id}”需要一个数字。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/actions.py"></location>
   <source>The action "{id}" needs a text.</source>
   <translation>动作“{id}”需要一段文字。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/actions.py"></location>
   <source>There is no action "{id}".</source>
   <translation>没有名为“{id}”的动作。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/captions.py"></location>
   <source>Captions on or off</source>
   <translation>打开或关闭字幕</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/captions.py"></location>
   <source>Clear the captions</source>
   <translation>清空字幕</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/captions.py"></location>
   <source>Reading the recogniser…</source>
   <translation>正在读取识别器…</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/captions.py"></location>
   <source>Shows what is said as text in a window of its own.</source>
   <translation>在单独的窗口中以文字显示所说的话。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/captions.py"></location>
   <source>Start the voice to see captions.</source>
   <translation>启动变声后即可看到字幕。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/captions.py"></location>
   <source>Takes away what was said so far.</source>
   <translation>清除到目前为止的文字。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/captions.py"></location>
   <source>What is said appears here.</source>
   <translation>所说的话会显示在这里。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/charts.py"></location>
   <source>How alike the loudness of output and input is when the output is taken to be so many milliseconds late, over the last 6 s. The peak is the true delay of the voice (devices and buffers come on top); the line is what is declared.</source>
   <translation>最近 6 s 内，假定输出晚若干毫秒时，输出与输入响度的相似程度。峰值处就是声音的真实延迟（不含设备和缓冲）；竖线是标称延迟。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/charts.py"></location>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Long-term spectrum</source>
   <translation>长时频谱</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/charts.py"></location>
   <source>Mean level in a third of an octave around each frequency, of input (cool) and output (warm): of what is selected, else of the last minute.</source>
   <translation>输入（冷色）和输出（暖色）在各频率附近三分之一倍频程内的平均电平：取所选范围，未选择时取最近一分钟。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/charts.py"></location>
   <source>declared</source>
   <translation>标称</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/charts.py"></location>
   <source>not found (declared {declared:.0f} ms)</source>
   <translation>未找到（标称 {declared:.0f} ms）</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/charts.py"></location>
   <source>of the last {seconds:.1f} s</source>
   <translation>最近 {seconds:.1f} s</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/charts.py"></location>
   <source>of the selection {seconds:.1f} s</source>
   <translation>所选 {seconds:.1f} s</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/charts.py"></location>
   <source>{found:.0f} ms (declared {declared:.0f} ms)</source>
   <translation>{found:.0f} ms（标称 {declared:.0f} ms）</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/charts.py"></location>
   <source>{hz:,.0f} Hz   in {first:.0f}   out {second:.0f} dB</source>
   <translation>{hz:,.0f} Hz   输入 {first:.0f}   输出 {second:.0f} dB</translation>
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
   <location filename="../../app/viewmodels/curve_panes.py"></location>
   <source>How well the melody of the output follows yours, over the last 4 s: 1 is exactly, at whatever pitch; below 0.8 your intonation is lost.</source>
   <translation>最近 4 s 内输出的旋律跟随你的旋律的程度：1 表示完全一致，与音高无关；低于 0.8 时你的语调已经丢失。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/curve_panes.py"></location>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Loudness</source>
   <translation>响度</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/curve_panes.py"></location>
   <source>Loudness as heard (EBU R128) of input (cool) and output (warm): thin lines the last 0.4 s, thick ones the last 3 s. The level lines are −14 LUFS (streaming) and −23 LUFS (broadcast).</source>
   <translation>输入（冷色）和输出（暖色）的听感响度（EBU R128）：细线为最近 0.4 s，粗线为最近 3 s。水平线为 −14 LUFS（流媒体）和 −23 LUFS（广播）。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/curve_panes.py"></location>
   <source>Melody</source>
   <translation>旋律</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/curve_panes.py"></location>
   <location filename="../../app/viewmodels/notes_pane.py"></location>
   <source>in</source>
   <translation>输入</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/curve_panes.py"></location>
   <location filename="../../app/viewmodels/notes_pane.py"></location>
   <source>out</source>
   <translation>输出</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/curve_panes.py"></location>
   <source>output {change:+.1f} LU</source>
   <translation>输出 {change:+.1f} LU</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/device_tests.py"></location>
   <source>A soft tone rises on the left, then on the right.</source>
   <translation>先左后右，播放一段渐高的轻柔声音。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/device_tests.py"></location>
   <source>Good (peak {level:.0f} dBFS). This is how you sound:</source>
   <translation>良好（峰值 {level:.0f} dBFS）。你的声音听起来是这样的：</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/device_tests.py"></location>
   <source>Is it muted, or another one?</source>
   <translation>是被静音了，还是选错了麦克风？</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/device_tests.py"></location>
   <source>Nothing but silence came from the microphone. {hint}</source>
   <translation>麦克风没有传来任何声音。{hint}</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/device_tests.py"></location>
   <source>Opening the microphone…</source>
   <translation>正在打开麦克风…</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/device_tests.py"></location>
   <source>Speak now: three seconds…</source>
   <translation>现在说话，三秒钟…</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/device_tests.py"></location>
   <source>That was “{device}”.</source>
   <translation>刚才播放的是“{device}”。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/device_tests.py"></location>
   <source>The trial cannot be read ({error}).</source>
   <translation>无法读取试录（{error}）。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/device_tests.py"></location>
   <source>Too loud (peak {level:.0f} dBFS): turn the microphone down.</source>
   <translation>太响（峰值 {level:.0f} dBFS）：把麦克风调低。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/device_tests.py"></location>
   <source>Very quiet (peak {level:.0f} dBFS): turn the microphone up, come closer.</source>
   <translation>太轻（峰值 {level:.0f} dBFS）：把麦克风调高，或靠近一些。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/device_tests.py"></location>
   <source>“{device}” is mono: it played both sides.</source>
   <translation>“{device}”是单声道：两侧由它一起播放。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/devices.py"></location>
   <source>System default</source>
   <translation>系统默认</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/devices.py"></location>
   <source>System default ({device})</source>
   <translation>系统默认（{device}）</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/devices.py"></location>
   <source>{device} (not connected)</source>
   <translation>{device}（未连接）</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/expression.py"></location>
   <source>"{name}" is in your voices now.</source>
   <translation>“{name}”已加入你的声音。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/hotplug.py"></location>
   <source>The device is back: starting again…</source>
   <translation>设备已重新连接：正在重新启动…</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/hotplug.py"></location>
   <source>“{device}” is gone. Plug it in again: your voice comes back by itself.</source>
   <translation>“{device}”已断开。重新插上后，你的声音会自动恢复。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/hotplug.py"></location>
   <source>“{device}”: your voice is back.</source>
   <translation>“{device}”：你的声音已恢复。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/hotplug.py"></location>
   <source>“{one}” and “{other}” are gone. Plug them in again: your voice comes back by itself.</source>
   <translation>“{one}”和“{other}”已断开。重新插上后，你的声音会自动恢复。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/hotplug.py"></location>
   <source>“{one}” and “{other}”: your voice is back.</source>
   <translation>“{one}”和“{other}”：你的声音已恢复。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/keys.py"></location>
   <source>In the window, {chord} no longer does “{does}”.</source>
   <translation>在窗口中，{chord} 不再用于“{does}”。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/keys.py"></location>
   <source>While Syrinx runs, no other program gets the key {chord}: you cannot type it.</source>
   <translation>Syrinx 运行时，其他程序收不到 {chord}：你无法用它输入。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/keys.py"></location>
   <source>bypass</source>
   <translation>旁通</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/keys.py"></location>
   <source>change the area</source>
   <translation>切换区域</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/keys.py"></location>
   <source>freeze the pictures</source>
   <translation>冻结画面</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/keys.py"></location>
   <source>quit</source>
   <translation>退出</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/keys.py"></location>
   <source>search</source>
   <translation>搜索</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/keys.py"></location>
   <source>search for devices</source>
   <translation>搜索设备</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/keys.py"></location>
   <source>start and stop</source>
   <translation>开始和停止</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/keys.py"></location>
   <source>{chord} is the key of “{title}”.</source>
   <translation>{chord} 是“{title}”的快捷键。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/knobs.py"></location>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>Breathiness</source>
   <translation>气声</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/knobs.py"></location>
   <source>Formant</source>
   <translation>共振峰</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/knobs.py"></location>
   <source>Gate (lowest: off)</source>
   <translation>噪声门（最低为关）</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/knobs.py"></location>
   <source>Input gain</source>
   <translation>输入增益</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/knobs.py"></location>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>Intonation</source>
   <translation>语调</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/knobs.py"></location>
   <location filename="../../app/views/clone_training.py"></location>
   <source>Likeness</source>
   <translation>相似度</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/knobs.py"></location>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>Morph time</source>
   <translation>渐变时间</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/knobs.py"></location>
   <source>Morph to the second voice</source>
   <translation>渐变到第二声音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/knobs.py"></location>
   <source>Output gain</source>
   <translation>输出增益</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/knobs.py"></location>
   <location filename="../../app/viewmodels/notes_pane.py"></location>
   <location filename="../../app/views/control_panel.py"></location>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Pitch</source>
   <translation>音高</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/knobs.py"></location>
   <source>Pitch lock</source>
   <translation>音高锁定</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/knobs.py"></location>
   <source>Share of the voice</source>
   <translation>变声比例</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/library.py"></location>
   <source>1 more failed too.</source>
   <translation>另有 1 个也失败了。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/library.py"></location>
   <location filename="../../app/viewmodels/presets.py"></location>
   <source>Exported “{name}” to {path}.</source>
   <translation>已将“{name}”导出到 {path}。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/library.py"></location>
   <source>Imported {names} and {n} more.</source>
   <translation>已导入{names}以及另外 {n} 个声音。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/library.py"></location>
   <location filename="../../app/viewmodels/presets.py"></location>
   <source>Imported {names}.</source>
   <translation>已导入{names}。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/library.py"></location>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Voice</source>
   <translation>声音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/library.py"></location>
   <source>{name} copy</source>
   <translation>{name} 副本</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/library.py"></location>
   <source>{name} copy {number}</source>
   <translation>{name} 副本 {number}</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/library.py"></location>
   <source>{n} more failed too.</source>
   <translation>另有 {n} 个也失败了。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/library.py"></location>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>“{name}”</source>
   <translation>“{name}”</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/library.py"></location>
   <source>“{name}” is a copy of its own now.</source>
   <translation>“{name}”现在是独立的副本。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/library.py"></location>
   <source>“{name}” sounds as it did before. What it was until now is the newest earlier version: restore that to undo this.</source>
   <translation>“{name}”已恢复以前的声音。此前的状态保存为最新的较早版本：恢复它即可撤销。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/library.py"></location>
   <source>“{name}” was deleted.</source>
   <translation>“{name}”已删除。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live.py"></location>
   <source>Recorded {seconds:.1f} s to {path}.</source>
   <translation>已录制 {seconds:.1f} s，保存到 {path}。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>A semitone higher.</source>
   <translation>升高一个半音。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>A semitone lower.</source>
   <translation>降低一个半音。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Automatic pitch</source>
   <translation>自动音高</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Begins to record input and output to a new file, or ends it.</source>
   <translation>开始把输入和输出录到新文件，或结束录音。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Bypass</source>
   <translation>旁通</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Changes to the preset with this name or number; 1 is the first.</source>
   <translation>切换到指定名称或编号的预设；1 是第一个。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Changes to the voice with this id or name.</source>
   <translation>切换到指定 ID 或名称的声音。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Changes to “{name}”.</source>
   <translation>切换到“{name}”。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Chooses between push-to-talk and an open microphone.</source>
   <translation>在按键说话和麦克风常开之间切换。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Clip by number</source>
   <translation>按编号播放片段</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Clip {place}</source>
   <translation>音频片段 {place}</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Fades out what the soundboard plays.</source>
   <translation>淡出音效板正在播放的声音。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Follows the mean pitch of the voice, or keeps the shift.</source>
   <translation>跟随声音的平均音高，或保持当前移调。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Lets sound out again after a panic mute.</source>
   <translation>紧急静音后恢复出声。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Lets your own voice through, or the changed one.</source>
   <translation>输出你自己的声音，或变声后的声音。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Louder</source>
   <translation>更响</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <location filename="../../app/views/mute_controls.py"></location>
   <source>Mute</source>
   <translation>静音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Muting</source>
   <translation>静音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Next preset</source>
   <translation>下一个预设</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Next voice</source>
   <translation>下一个声音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Nothing runs that could be recorded: start the voice first.</source>
   <translation>没有可录制的内容：先开始变声。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Output 1 dB louder.</source>
   <translation>输出提高 1 dB。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Output 1 dB softer.</source>
   <translation>输出降低 1 dB。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Panic mute</source>
   <translation>紧急静音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Panic mute: off</source>
   <translation>紧急静音：关</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Panic mute: on</source>
   <translation>紧急静音：开</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Pitch down</source>
   <translation>降低音高</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Pitch up</source>
   <translation>升高音高</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Plays a clip of the soundboard by its place; 1 is the first.</source>
   <translation>按位置播放音效板的片段；1 是第一个。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Plays clip {place} of the soundboard.</source>
   <translation>播放音效板的第 {place} 个片段。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Preset by name</source>
   <translation>按名称选预设</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Preset “{name}”</source>
   <translation>预设“{name}”</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Presets</source>
   <translation>预设</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Previous preset</source>
   <translation>上一个预设</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Previous voice</source>
   <translation>上一个声音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Push to bypass</source>
   <translation>按键旁通</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Push to mute</source>
   <translation>按键静音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <location filename="../../app/views/mute_controls.py"></location>
   <source>Push to talk</source>
   <translation>按键说话</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Push-to-talk is off: switch it on beside the mute button.</source>
   <translation>按键说话已关闭：在静音按钮旁打开它。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Push-to-talk on or off</source>
   <translation>按键说话开关</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <location filename="../../app/views/clone_capture.py"></location>
   <location filename="../../app/views/clone_listen.py"></location>
   <location filename="../../app/views/transport.py"></location>
   <source>Record</source>
   <translation>录音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Silence at once, clips too, until it is pressed again.</source>
   <translation>立即静音，音频片段也不例外，直到再次按下。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Silence at once; pressed again it stays.</source>
   <translation>立即静音；再次按下仍保持静音。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Silences the voice, or lets it be heard; the soundboard goes on.</source>
   <translation>让声音静音或恢复；音效板继续播放。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Softer</source>
   <translation>更轻</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <location filename="../../app/views/studio_strip.py"></location>
   <source>Soundboard</source>
   <translation>音效板</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Start</source>
   <translation>开始</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Start or stop</source>
   <translation>开始或停止</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Starts the voice, or stops it.</source>
   <translation>开始变声，或停止。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Starts the voice; nothing happens when it runs.</source>
   <translation>开始变声；已在运行时不起作用。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <location filename="../../app/views/clone_clip.py"></location>
   <location filename="../../app/views/clone_files.py"></location>
   <location filename="../../app/views/clone_room.py"></location>
   <location filename="../../app/views/clone_take_list.py"></location>
   <location filename="../../app/views/clone_who.py"></location>
   <location filename="../../app/views/device_test_section.py"></location>
   <location filename="../../app/views/takes_page.py"></location>
   <source>Stop</source>
   <translation>停止</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Stop the clips</source>
   <translation>停止片段</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Stops the voice; nothing happens when it is stopped.</source>
   <translation>停止变声；已停止时不起作用。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Stream</source>
   <translation>运行</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>The list of voices is empty: take the search away.</source>
   <translation>声音列表为空：清除搜索条件。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>The preset to the left.</source>
   <translation>切换到左边的预设。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>The preset to the right.</source>
   <translation>切换到右边的预设。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>The voice above it.</source>
   <translation>切换到列表中的上一个声音。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>The voice below in the list.</source>
   <translation>切换到列表中的下一个声音。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>The voice is heard only while the key is held, once push-to-talk is on.</source>
   <translation>打开按键说话后，只有按住此键时才出声。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>The voice is silent while the key is held: to cough.</source>
   <translation>按住此键时静音，例如咳嗽时。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>There is no audio device to start with.</source>
   <translation>没有可用的音频设备，无法开始。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>There is no voice "{name}".</source>
   <translation>没有名为“{name}”的声音。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Voice by name</source>
   <translation>按名称选声音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Your own voice goes through while the key is held.</source>
   <translation>按住此键时输出你自己的声音。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/midi.py"></location>
   <location filename="../../app/views/midi_page.py"></location>
   <source>Controller</source>
   <translation>控制器</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/midi.py"></location>
   <source>Listening.</source>
   <translation>正在接收。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/midi.py"></location>
   <source>No controller is plugged in.</source>
   <translation>没有接入控制器。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/midi.py"></location>
   <source>Note</source>
   <translation>音符</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/midi.py"></location>
   <source>Off.</source>
   <translation>已关闭。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/midi.py"></location>
   <source>Pitch bend</source>
   <translation>弯音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/midi.py"></location>
   <source>Program</source>
   <translation>音色</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/midi.py"></location>
   <source>Waiting for “{port}” to be plugged in.</source>
   <translation>等待接入“{port}”。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/midi.py"></location>
   <source>{kind} {number}, channel {channel}</source>
   <translation>{kind} {number}，通道 {channel}</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/midi.py"></location>
   <source>{kind}, channel {channel}</source>
   <translation>{kind}，通道 {channel}</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/monitor.py"></location>
   <source>Plays on {device}, {delay_ms:.0f} ms later.</source>
   <translation>在 {device} 上播放，晚 {delay_ms:.0f} ms。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/notes_pane.py"></location>
   <source>The melody of input (cool) and output (warm) on the notes of a piano; dark lanes are its black keys.</source>
   <translation>输入（冷色）和输出（暖色）的旋律，以钢琴音符为刻度；深色条带是黑键。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/pads.py"></location>
   <source>A pad of the soundboard has a value of the wrong kind.</source>
   <translation>音效板的一个音效键有类型不对的值。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/pads.py"></location>
   <source>Cannot write {folder}: {reason}.</source>
   <translation>无法写入 {folder}：{reason}。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/pads.py"></location>
   <source>On and off</source>
   <translation>按一下开，再按一下关</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/pads.py"></location>
   <source>Once, again at each press</source>
   <translation>每按一下播放一次</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/pads.py"></location>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Sound</source>
   <translation>声音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/pads.py"></location>
   <source>The pad "{name}" has a value that cannot be.</source>
   <translation>音效键“{name}”有无效的值。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/pads.py"></location>
   <source>The pad "{name}" has no file of the soundboard.</source>
   <translation>音效键“{name}”没有音效板中的文件。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/pads.py"></location>
   <source>There is such a pad already.</source>
   <translation>已有这个音效键。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/pads.py"></location>
   <source>While it is held</source>
   <translation>按住时播放</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/pads.py"></location>
   <source>{source} is longer than {minutes:.0f} minutes, the most that can be played: cut it first.</source>
   <translation>{source} 超过 {minutes:.0f} 分钟，这是可播放的最长时间：请先剪短。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/pane.py"></location>
   <location filename="../../app/views/live_view.py"></location>
   <source>Input</source>
   <translation>输入</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/pane.py"></location>
   <location filename="../../app/views/live_view.py"></location>
   <source>Output</source>
   <translation>输出</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/presets.py"></location>
   <location filename="../../app/viewmodels/rack.py"></location>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <location filename="../../app/views/clone_takes.py"></location>
   <source>, </source>
   <translation>，</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/presets.py"></location>
   <source>Exported {count} presets to {path}.</source>
   <translation>已将 {count} 个预设导出到 {path}。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/presets.py"></location>
   <source>Imported {names} and others.</source>
   <translation>已导入{names}等预设。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/presets.py"></location>
   <source>Its second voice “{name}” is not here any more.</source>
   <translation>它的第二声音“{name}”已不存在。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/presets.py"></location>
   <source>Its voice “{name}” is not here any more.</source>
   <translation>它的声音“{name}”已不存在。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/presets.py"></location>
   <source>Preset</source>
   <translation>预设</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/presets.py"></location>
   <source>There are no presets yet.</source>
   <translation>还没有预设。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/presets.py"></location>
   <source>There is no preset "{name}".</source>
   <translation>没有名为“{name}”的预设。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/presets.py"></location>
   <source>There is room for {count} presets: delete some first.</source>
   <translation>最多保存 {count} 个预设：先删除一些。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/presets.py"></location>
   <source>“{name}”: this version cannot use {left}.</source>
   <translation>“{name}”：此版本无法使用 {left}。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/presets.py"></location>
   <source>“{name}”: {trouble} The rest of it is applied.</source>
   <translation>“{name}”：{trouble}其余部分已应用。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/rack.py"></location>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Compressor</source>
   <translation>压缩器</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/rack.py"></location>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>De-esser</source>
   <translation>去齿音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/rack.py"></location>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Equaliser</source>
   <translation>均衡器</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/rack.py"></location>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Feedback guard</source>
   <translation>啸叫保护</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/rack.py"></location>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Reverb</source>
   <translation>混响</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/rack.py"></location>
   <source>The settings of the clean-up were damaged ({names}) and are as at first.</source>
   <translation>净化的设置已损坏（{names}），已恢复为初始值。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/rack.py"></location>
   <source>all of them</source>
   <translation>全部</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/rack.py"></location>
   <source>order of the stages</source>
   <translation>各级顺序</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/rack_actions.py"></location>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Clean-up</source>
   <translation>净化</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/rack_actions.py"></location>
   <source>Compare without clean-up</source>
   <translation>对比不净化的效果</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/rack_actions.py"></location>
   <source>Lets everything through all stages of the clean-up, or takes it back.</source>
   <translation>让声音原样通过净化的各级，或恢复净化。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/rack_actions.py"></location>
   <source>Share of the reverb</source>
   <translation>混响比例</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/rack_actions.py"></location>
   <source>Strength of the noise suppression</source>
   <translation>降噪强度</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/rack_actions.py"></location>
   <source>Switches the {stage}.</source>
   <translation>打开或关闭{stage}。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/rack_actions.py"></location>
   <source>{stage} on or off</source>
   <translation>{stage}开关</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>Copying</source>
   <translation>正在复制</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>Downloading</source>
   <translation>正在下载</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>Then: {names}</source>
   <translation>接着：{names}</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>Trying it out</source>
   <translation>正在试用</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>Unknown kind</source>
   <translation>种类未知</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>Unpacking</source>
   <translation>正在解压</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>added {date}</source>
   <translation>{date} 添加</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>languages not stated</source>
   <translation>未注明语言</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>licence not stated</source>
   <translation>未注明许可证</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>many languages</source>
   <translation>多种语言</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>{name} is a file: drop the folder of the model, unpacked.</source>
   <translation>{name} 是文件：请拖入解压后的模型文件夹。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>{name} is installed. Choose it in the Transcribe area.</source>
   <translation>{name} 已安装，可在“转写”区选择。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>{name}: preparing</source>
   <translation>{name}：正在准备</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>{name}: stopping</source>
   <translation>{name}：正在停止</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>{name}: {stage}</source>
   <translation>{name}：{stage}</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>{name}: {stage}, {done}</source>
   <translation>{name}：{stage}，{done}</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>{name}: {stage}, {done} of {total}</source>
   <translation>{name}：{stage}，{done} / {total}</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recognition_models.py"></location>
   <source>{n} languages</source>
   <translation>{n} 种语言</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recording_player.py"></location>
   <source>Stop the voice first: others would hear the recording.</source>
   <translation>请先停止声音：否则别人会听到这段录音。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recordings.py"></location>
   <source>Cannot record into {folder}: it cannot be written.</source>
   <translation>无法录到 {folder}：它不可写。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recordings.py"></location>
   <source>Cannot record into {folder}: {reason}.</source>
   <translation>无法录到 {folder}：{reason}。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recordings.py"></location>
   <source>Input left, output right</source>
   <translation>左输入，右输出</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recordings.py"></location>
   <source>Input only</source>
   <translation>仅输入</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recordings.py"></location>
   <source>Output only</source>
   <translation>仅输出</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recordings.py"></location>
   <source>{hours} h</source>
   <translation>{hours} 小时</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recordings.py"></location>
   <source>{hours} h {minutes} min</source>
   <translation>{hours} 小时 {minutes} 分</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recordings.py"></location>
   <source>{minutes} min</source>
   <translation>{minutes} 分钟</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/recordings.py"></location>
   <source>{name} was moved to the trash.</source>
   <translation>{name} 已移到回收站。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote.py"></location>
   <source>Listening on UDP port {port} of this computer.</source>
   <translation>正在本机 UDP 端口 {port} 上监听。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote.py"></location>
   <source>Listening on port {port} of this computer; nobody is connected.</source>
   <translation>正在本机端口 {port} 上等待连接；没有程序连接。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote.py"></location>
   <source>Listening on port {port} of this computer; one program is connected.</source>
   <translation>正在本机端口 {port} 上等待连接；已连接 1 个程序。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote.py"></location>
   <source>Listening on port {port} of this computer; {count} programs are connected.</source>
   <translation>正在本机端口 {port} 上等待连接；已连接 {count} 个程序。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote.py"></location>
   <source>Off. Nothing listens.</source>
   <translation>已关闭，不接受连接。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/room_check.py"></location>
   <source>The room check cannot write its recording ({error}).</source>
   <translation>房间检查无法写入录音（{error}）。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/sound_export.py"></location>
   <source>There is no sound to save yet: press Start and speak.</source>
   <translation>还没有可保存的声音：按“开始”并说话。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/soundboard.py"></location>
   <source>The soundboard has {count} pads, and not one at {place}.</source>
   <translation>音效板有 {count} 个音效键，第 {place} 个不存在。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/soundboard.py"></location>
   <source>The soundboard has {most} pads, the most it can: remove one.</source>
   <translation>音效板已有 {most} 个音效键，达到上限：请先移除一个。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/soundboard.py"></location>
   <source>{source} cannot be read ({name}: {error}).</source>
   <translation>无法读取 {source}（{name}：{error}）。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/spectrum_panes.py"></location>
   <source>Frequency over time of the input, loudness as colour, with the formants F1 to F4 as dots.</source>
   <translation>输入的频率随时间的变化，颜色表示响度，圆点为共振峰 F1 至 F4。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/spectrum_panes.py"></location>
   <source>Frequency over time of the input, loudness as colour, with the pitch as a line.</source>
   <translation>输入的频率随时间的变化，颜色表示响度，曲线为音高。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/spectrum_panes.py"></location>
   <source>Frequency over time of the output, loudness as colour, with the formants F1 to F4 as dots.</source>
   <translation>输出的频率随时间的变化，颜色表示响度，圆点为共振峰 F1 至 F4。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/spectrum_panes.py"></location>
   <source>Frequency over time of the output, loudness as colour, with the pitch as a line.</source>
   <translation>输出的频率随时间的变化，颜色表示响度，曲线为音高。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/spectrum_panes.py"></location>
   <source>Output − input</source>
   <translation>输出 − 输入</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/spectrum_panes.py"></location>
   <source>What the voice adds and takes away: frequency over time, and as colour by how much the output is louder (warm) or softer (cool) than the input at the same moment of speech, in thirds of an octave; full colour is {most:.0f} dB.</source>
   <translation>声音增加和减少的成分：频率随时间的变化，颜色表示同一时刻输出比输入响（暖色）或轻（冷色）多少，按三分之一倍频程计算；满色为 {most:.0f} dB。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/takes.py"></location>
   <source>"{name}" cannot be the name of a file: leave out / \ : * ? " &lt; &gt; |.</source>
   <translation>“{name}”不能用作文件名：不要使用 / \ : * ? " &lt; &gt; |。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/takes.py"></location>
   <location filename="../../app/views/studio_strip.py"></location>
   <source>1 marker</source>
   <translation>1 个标记</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/takes.py"></location>
   <source>There is a file "{name}" already: choose another name.</source>
   <translation>已有文件“{name}”：请换一个名称。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/takes.py"></location>
   <location filename="../../app/views/studio_strip.py"></location>
   <source>{count} markers</source>
   <translation>{count} 个标记</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/takes.py"></location>
   <source>{path}
Drag it into another program, or press F2 to rename it.</source>
   <translation>{path}
可拖到其他程序中，或按 F2 重命名。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/takes.py"></location>
   <source>{path} cannot be deleted: {reason}.</source>
   <translation>无法删除 {path}：{reason}。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/takes.py"></location>
   <source>{path} cannot be renamed: {reason}.</source>
   <translation>无法重命名 {path}：{reason}。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe.py"></location>
   <source>There are no sound files in it.</source>
   <translation>里面没有声音文件。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe.py"></location>
   <source>There is nothing new in it. Files that are done are skipped.</source>
   <translation>里面没有新文件。已完成的文件会跳过。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe.py"></location>
   <source>These files are in the list already.</source>
   <translation>这些文件已在列表中。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe.py"></location>
   <source>{count} files were written beside their recordings.</source>
   <translation>已在各录音旁写入 {count} 个文件。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe.py"></location>
   <source>{count} files were written to {folder}.</source>
   <translation>已将 {count} 个文件写入 {folder}。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe.py"></location>
   <source>{name} was written to {folder}.</source>
   <translation>已将 {name} 写入 {folder}。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe.py"></location>
   <source>{n} done</source>
   <translation>{n} 个已完成</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe.py"></location>
   <source>{n} failed</source>
   <translation>{n} 个失败</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe.py"></location>
   <source>{n} to do</source>
   <translation>{n} 个待处理</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe.py"></location>
   <source>{n} to do, about {left} left</source>
   <translation>{n} 个待处理，约剩 {left}</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe_editor.py"></location>
   <location filename="../../app/views/transcribe_speakers.py"></location>
   <source>Speaker {number}</source>
   <translation>说话人 {number}</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe_play.py"></location>
   <source>The recording {path} is not there any more.</source>
   <translation>录音 {path} 已不存在。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe_rows.py"></location>
   <source>1 word</source>
   <translation>1 个词</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe_rows.py"></location>
   <source>Cancelled</source>
   <translation>已取消</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe_rows.py"></location>
   <source>Done</source>
   <translation>已完成</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe_rows.py"></location>
   <source>Failed</source>
   <translation>失败</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe_rows.py"></location>
   <source>Transcribing</source>
   <translation>正在转写</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe_rows.py"></location>
   <source>Waiting</source>
   <translation>等待中</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe_rows.py"></location>
   <source>{count:,} words</source>
   <translation>{count:,} 个词</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe_rows.py"></location>
   <source>{share:.0f} %</source>
   <translation>{share:.0f} %</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe_rows.py"></location>
   <source>{share:.0f} %, {left} left</source>
   <translation>{share:.0f} %，剩余 {left}</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe_segments.py"></location>
   <source>{time} s, {share:.0f} % sure. A click plays from here, a double click edits.</source>
   <translation>{time} s，置信度 {share:.0f} %。单击从这里播放，双击编辑。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/transcribe_watch.py"></location>
   <location filename="../../app/views/transcribe_bar.py"></location>
   <source>The watched folder {folder} is not there.</source>
   <translation>监视的文件夹 {folder} 不存在。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/virtual_mic.py"></location>
   <source>Syrinx (virtual microphone)</source>
   <translation>Syrinx（虚拟麦克风）</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>1 earlier version</source>
   <translation>较早版本（1 个）</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>Built in</source>
   <translation>内置</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>Description</source>
   <translation>描述</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>Effect</source>
   <translation>效果</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>From</source>
   <translation>来源</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <location filename="../../app/views/clone_who.py"></location>
   <location filename="../../app/views/general_page.py"></location>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Language</source>
   <translation>语言</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>Licence</source>
   <translation>许可</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>Made from</source>
   <translation>素材</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>Made on</source>
   <translation>制作时间</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>Made with</source>
   <translation>制作参数</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>Mean pitch</source>
   <translation>平均音高</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>Neural voice</source>
   <translation>神经网络声音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>Tags</source>
   <translation>标签</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>Your voice</source>
   <translation>你的声音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>comes with Syrinx</source>
   <translation>Syrinx 自带</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>earlier version</source>
   <translation>较早版本</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>earlier versions</source>
   <translation>较早版本</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>fine-tuned</source>
   <translation>已微调</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>invented with Syrinx</source>
   <translation>用 Syrinx 虚构</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>its picture</source>
   <translation>图片</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>its profile</source>
   <translation>声音文件</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>made from {duration} of speech</source>
   <translation>由 {duration} 语音制成</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>picture and consent</source>
   <translation>图片和同意声明</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>profile</source>
   <translation>声音文件</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>similarity</source>
   <translation>相似度</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>similarity averaged</source>
   <translation>平均声音的相似度</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>takes</source>
   <translation>录音片段</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>the recording of the consent</source>
   <translation>同意声明的录音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>until {moment}</source>
   <translation>至 {moment}</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>your own</source>
   <translation>自有</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>{count} bytes</source>
   <translation>{count} 字节</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>{duration} of speech</source>
   <translation>{duration} 语音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>{n} earlier versions</source>
   <translation>较早版本（{n} 个）</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>{parts} ({size}) are deleted from this computer. This cannot be undone. Files that you exported are not touched.</source>
   <translation>将从本机删除{parts}，共 {size}。此操作无法撤销。你导出的文件不受影响。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>{parts} ({size}) is deleted from this computer. This cannot be undone. Files that you exported are not touched.</source>
   <translation>将从本机删除{parts}，共 {size}。此操作无法撤销。你导出的文件不受影响。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>{parts} and {last}</source>
   <translation>{parts}以及{last}</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>{sentence}.</source>
   <translation>{sentence}。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>{size} ({parts})</source>
   <translation>{size}（{parts}）</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <location filename="../../app/views/clone_who.py"></location>
   <source>English</source>
   <translation>英语</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>German</source>
   <translation>德语</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>a child who does not exist</source>
   <translation>并不存在的孩子</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>a child's voice at {hz} Hz, invented</source>
   <translation>虚构的童声，{hz} Hz</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>a man's voice at {hz} Hz, invented</source>
   <translation>虚构的男声，{hz} Hz</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>a woman's voice at {hz} Hz, invented</source>
   <translation>虚构的女声，{hz} Hz</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>alien</source>
   <translation>外星</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>androgynous</source>
   <translation>中性</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>band</source>
   <translation>窄带</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>big</source>
   <translation>巨大</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>breath</source>
   <translation>气息</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>bright</source>
   <translation>明亮</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>bubbles</source>
   <translation>气泡</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>call</source>
   <translation>通话</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>calm, a little dry; a woman from the US</source>
   <translation>沉静，略显干涩；美国女性</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>cartoon</source>
   <translation>卡通</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>child</source>
   <translation>儿童</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>chorus</source>
   <translation>合唱</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>clear and bright, a man who does not exist</source>
   <translation>清晰明亮，并不存在的男性</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>clear and bright, a woman who does not exist</source>
   <translation>清晰明亮，并不存在的女性</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>clear and even; a woman from Germany</source>
   <translation>清晰平稳；德国女性</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>clear and firm; a woman from Britain</source>
   <translation>清晰有力；英国女性</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>dark</source>
   <translation>暗沉</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>deep</source>
   <translation>低沉</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>deep and dark, a grown man who does not exist</source>
   <translation>低沉浑厚，并不存在的成年男性</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>deep and plain; a man from Britain</source>
   <translation>低沉朴实；英国男性</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>demon</source>
   <translation>恶魔</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>designed</source>
   <translation>设计</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>distortion</source>
   <translation>失真</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>double</source>
   <translation>叠声</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>echo</source>
   <translation>回声</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>fantasy</source>
   <translation>奇幻</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>female</source>
   <translation>女声</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>funny</source>
   <translation>搞笑</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>high</source>
   <translation>高音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>high and light</source>
   <translation>高而轻快</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>high and young, a woman who does not exist</source>
   <translation>高而年轻，并不存在的女性</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>horror</source>
   <translation>恐怖</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>invented</source>
   <translation>虚构</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>kid</source>
   <translation>小孩</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>light</source>
   <translation>轻快</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>light and young, a man who does not exist</source>
   <translation>轻快年轻，并不存在的男性</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>lively, rather high</source>
   <translation>活泼，音调偏高</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>loudspeaker</source>
   <translation>喇叭</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>low</source>
   <translation>低音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>low and firm</source>
   <translation>低而有力</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>machine</source>
   <translation>机器</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>made from {seconds} s of speech</source>
   <translation>由 {seconds} s 语音制成</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>male</source>
   <translation>男声</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>many</source>
   <translation>多人</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>middle, lively</source>
   <translation>音调居中，活泼</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>military</source>
   <translation>军事</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>modulated</source>
   <translation>调制</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>monotone</source>
   <translation>单音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>muffled</source>
   <translation>沉闷</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>music</source>
   <translation>音乐</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>neither man nor woman, nobody at all</source>
   <translation>非男非女，不是任何人</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>neither man's nor woman's at {hz} Hz, invented</source>
   <translation>虚构的中性声音，{hz} Hz</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>old</source>
   <translation>老旧</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>own</source>
   <translation>自有</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>phone</source>
   <translation>电话</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>quiet</source>
   <translation>安静</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>reverb</source>
   <translation>混响</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>room</source>
   <translation>房间</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>rough</source>
   <translation>粗糙</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>sci-fi</source>
   <translation>科幻</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>sea</source>
   <translation>大海</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>secret</source>
   <translation>秘密</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>smooth</source>
   <translation>平滑</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>space</source>
   <translation>空间</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>strange</source>
   <translation>奇异</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>studio</source>
   <translation>录音室</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>synth</source>
   <translation>合成器</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>unhurried, middle-low</source>
   <translation>从容，音调中低</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>very low</source>
   <translation>非常低</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>vintage</source>
   <translation>复古</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>vocoder</source>
   <translation>声码器</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>walkie-talkie</source>
   <translation>对讲机</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>warm</source>
   <translation>温暖</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>warm and dark, a woman who does not exist</source>
   <translation>温暖低沉，并不存在的女性</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>wow</source>
   <translation>抖晃</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>young</source>
   <translation>年轻</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>young and bright; a woman from England</source>
   <translation>年轻明亮；英格兰女性</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_words.py"></location>
   <source>youthful</source>
   <translation>青春</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voices.py"></location>
   <source>1 voice</source>
   <translation>1 个声音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voices.py"></location>
   <source>Mean pitch {hz:.0f} Hz</source>
   <translation>平均音高 {hz:.0f} Hz</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voices.py"></location>
   <source>effect</source>
   <translation>效果</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voices.py"></location>
   <source>neural voice</source>
   <translation>神经网络声音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voices.py"></location>
   <source>{count} voices</source>
   <translation>{count} 个声音</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/wave_pane.py"></location>
   <source>Waveform of the input: peaks over time, the darker core is its mean power. Red: at full scale, which distorts.</source>
   <translation>输入的波形：峰值随时间的变化，较深的中间部分是平均功率。红色：达到满刻度，会失真。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/wave_pane.py"></location>
   <source>Waveform of the output: peaks over time, the darker core is its mean power. Red: at full scale, which distorts.</source>
   <translation>输出的波形：峰值随时间的变化，较深的中间部分是平均功率。红色：达到满刻度，会失真。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/wave_pane.py"></location>
   <source>peak {level:.1f} dB</source>
   <translation>峰值 {level:.1f} dB</translation>
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
   <location filename="../../app/viewmodels/wizard_takes.py"></location>
   <source>The recording is clean and as long as the statement takes.</source>
   <translation>录音干净，长度与声明相符。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/wizard_takes.py"></location>
   <source>The recording is clean, and what was read matches the statement.</source>
   <translation>录音清晰，读出的内容与声明一致。</translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/wizard_takes.py"></location>
   <source>The recording is clean, but some words of it were hard to make out.</source>
   <translation>录音清晰，但其中有些词听不清。</translation>
  </message>
  <message>
   <location filename="../../app/views/about_page.py"></location>
   <source>(not installed)</source>
   <translation>（未安装）</translation>
  </message>
  <message>
   <location filename="../../app/views/about_page.py"></location>
   <source>Changes voices, clones them and writes down speech, on this machine alone. Free software under the Apache License 2.0, without any warranty.</source>
   <translation>变声、克隆声音并转写语音，全部在本机完成。自由软件，采用 Apache License 2.0 许可，不提供任何担保。</translation>
  </message>
  <message>
   <location filename="../../app/views/about_page.py"></location>
   <source>Everything in Syrinx that others have made, with the words of its licence.</source>
   <translation>Syrinx 中由他人制作的全部内容及其许可原文。</translation>
  </message>
  <message>
   <location filename="../../app/views/about_page.py"></location>
   <source>PROGRAM</source>
   <translation>程序</translation>
  </message>
  <message>
   <location filename="../../app/views/about_page.py"></location>
   <source>Syrinx {version}</source>
   <translation>Syrinx {version}</translation>
  </message>
  <message>
   <location filename="../../app/views/about_page.py"></location>
   <source>WORK OF OTHERS</source>
   <translation>他人作品</translation>
  </message>
  <message>
   <location filename="../../app/views/about_page.py"></location>
   <source>What Syrinx contains of others or has learned from, and under which licence. Licences are shown as their authors wrote them.</source>
   <translation>Syrinx 所包含或学习过的他人作品及其许可。许可按作者原文显示。</translation>
  </message>
  <message>
   <location filename="../../app/views/about_page.py"></location>
   <source>Work of others, and its licences</source>
   <translation>他人作品及其许可</translation>
  </message>
  <message>
   <location filename="../../app/views/caption_window.py"></location>
   <source>Captions off</source>
   <translation>关闭字幕</translation>
  </message>
  <message>
   <location filename="../../app/views/caption_window.py"></location>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>Changed voice</source>
   <translation>变声</translation>
  </message>
  <message>
   <location filename="../../app/views/caption_window.py"></location>
   <source>Copy all that was said</source>
   <translation>复制全部文字</translation>
  </message>
  <message>
   <location filename="../../app/views/caption_window.py"></location>
   <source>How long after its end a word is shown (median).</source>
   <translation>一个词说完后多久显示出来（中位数）。</translation>
  </message>
  <message>
   <location filename="../../app/views/caption_window.py"></location>
   <source>How much of what lies behind shines through</source>
   <translation>背后的内容透出多少</translation>
  </message>
  <message>
   <location filename="../../app/views/caption_window.py"></location>
   <source>Larger letters</source>
   <translation>放大文字</translation>
  </message>
  <message>
   <location filename="../../app/views/caption_window.py"></location>
   <location filename="../../app/views/clone_capture.py"></location>
   <source>Microphone</source>
   <translation>麦克风</translation>
  </message>
  <message>
   <location filename="../../app/views/caption_window.py"></location>
   <source>Opacity</source>
   <translation>不透明度</translation>
  </message>
  <message>
   <location filename="../../app/views/caption_window.py"></location>
   <location filename="../../app/views/transcribe_bar.py"></location>
   <source>Recogniser</source>
   <translation>识别器</translation>
  </message>
  <message>
   <location filename="../../app/views/caption_window.py"></location>
   <source>Save what was said</source>
   <translation>保存文字</translation>
  </message>
  <message>
   <location filename="../../app/views/caption_window.py"></location>
   <source>Save what was said…</source>
   <translation>保存文字…</translation>
  </message>
  <message>
   <location filename="../../app/views/caption_window.py"></location>
   <source>Smaller letters</source>
   <translation>缩小文字</translation>
  </message>
  <message>
   <location filename="../../app/views/caption_window.py"></location>
   <source>Subtitles (*.srt)</source>
   <translation>字幕 (*.srt)</translation>
  </message>
  <message>
   <location filename="../../app/views/caption_window.py"></location>
   <source>Subtitles for the web (*.vtt)</source>
   <translation>网页字幕 (*.vtt)</translation>
  </message>
  <message>
   <location filename="../../app/views/caption_window.py"></location>
   <source>Text (*.txt)</source>
   <translation>文本 (*.txt)</translation>
  </message>
  <message>
   <location filename="../../app/views/caption_window.py"></location>
   <source>What is written down</source>
   <translation>字幕来源</translation>
  </message>
  <message>
   <location filename="../../app/views/caption_window.py"></location>
   <source>{lag:.0f} ms behind</source>
   <translation>滞后 {lag:.0f} ms</translation>
  </message>
  <message>
   <location filename="../../app/views/chart_view.py"></location>
   <location filename="../../app/views/pane_view.py"></location>
   <source>{kind}: {part}</source>
   <translation>{kind}：{part}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_capture.py"></location>
   <source>Checking…</source>
   <translation>正在检查…</translation>
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
   <location filename="../../app/views/takes_page.py"></location>
   <source>Play</source>
   <translation>播放</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_clip.py"></location>
   <source>Spectrogram: {title}</source>
   <translation>频谱图：{title}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_curves.py"></location>
   <source>{steps:,.0f} steps</source>
   <translation>{steps:,.0f} 步</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_files.py"></location>
   <location filename="../../app/views/transcribe_empty.py"></location>
   <source>Choose files</source>
   <translation>选择文件</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_files.py"></location>
   <location filename="../../app/views/transcribe_empty.py"></location>
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
   <source>Sound files (*.wav *.flac *.ogg *.opus *.mp3 *.aiff *.aif);;All files (*)</source>
   <translation>音频文件 (*.wav *.flac *.ogg *.opus *.mp3 *.aiff *.aif);;所有文件 (*)</translation>
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
   <location filename="../../app/views/transport.py"></location>
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
   <location filename="../../app/views/library_detail.py"></location>
   <location filename="../../app/views/library_dialogs.py"></location>
   <location filename="../../app/views/models_page.py"></location>
   <location filename="../../app/views/preset_dialogs.py"></location>
   <location filename="../../app/views/takes_page.py"></location>
   <location filename="../../app/views/transcribe_dialogs.py"></location>
   <location filename="../../app/views/transcribe_text.py"></location>
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
   <location filename="../../app/views/transcribe_files.py"></location>
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
   <source>Step {number}, {name}, {state}</source>
   <translation>第 {number} 步，{name}，{state}</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_steps.py"></location>
   <location filename="../../app/views/studio_strip.py"></location>
   <location filename="../../app/views/take_list.py"></location>
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
   <location filename="../../app/views/takes_page.py"></location>
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
   <source>Accepted: {figures}.</source>
   <translation>合格：{figures}。</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_takes.py"></location>
   <location filename="../../app/views/transcribe_list.py"></location>
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
   <source>the words as shown</source>
   <translation>词句与提示一致</translation>
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
   <location filename="../../app/views/library_detail.py"></location>
   <location filename="../../app/views/library_dialogs.py"></location>
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
   <location filename="../../app/views/library_detail.py"></location>
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
   <location filename="../../app/views/library_detail.py"></location>
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
   <location filename="../../app/views/models_page.py"></location>
   <source>Remove</source>
   <translation>移除</translation>
  </message>
  <message>
   <location filename="../../app/views/clone_who.py"></location>
   <location filename="../../app/views/preset_popover.py"></location>
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
   <location filename="../../app/views/library_detail.py"></location>
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
   <location filename="../../app/views/pad_dialog.py"></location>
   <location filename="../../app/views/preset_popover.py"></location>
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
   <location filename="../../app/views/library_detail.py"></location>
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
   <translation>自动(&amp;A)</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>&amp;Formant</source>
   <translation>共振峰(&amp;F)</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>&amp;Input gain</source>
   <translation>输入增益(&amp;I)</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>&amp;Output gain</source>
   <translation>输出增益(&amp;O)</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>&amp;Pitch</source>
   <translation>音高(&amp;P)</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Amplifies the microphone before the voice.</source>
   <translation>在变声之前放大麦克风。</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Amplifies what others hear.</source>
   <translation>放大别人听到的声音。</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Brillia&amp;nce above 8 kHz</source>
   <translation>8 kHz 以上的亮度(&amp;N)</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Controls</source>
   <translation>控制</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Devices</source>
   <translation>设备</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Levels</source>
   <translation>电平</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Li&amp;keness</source>
   <translation>相似度(&amp;K)</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Mix</source>
   <translation>混合</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>More sounds more like the voice, less keeps your words clearer.
For voices that keep samples of their own speech: enrol an older one again.</source>
   <translation>越高越像该声音，越低你的吐字越清楚。
适用于保存了自身语音样本的声音：较旧的声音请重新登记。</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Neural voices speak up to 8 kHz; this adds what lies above, at no delay.</source>
   <translation>神经网络声音最高到 8 kHz；此项补上更高的部分，不增加延迟。</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Shift of the pitch in semitones.</source>
   <translation>音高的移动量，以半音为单位。</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Shift of the vocal tract: lower sounds larger, higher sounds smaller.</source>
   <translation>声道的移动量：越低听起来体型越大，越高越小。</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Shift your mean pitch to the mean pitch of the voice</source>
   <translation>将你的平均音高移到该声音的平均音高</translation>
  </message>
  <message>
   <location filename="../../app/views/control_panel.py"></location>
   <source>Timbre</source>
   <translation>音色</translation>
  </message>
  <message>
   <location filename="../../app/views/crash_dialog.py"></location>
   <location filename="../../app/views/diagnostics_page.py"></location>
   <source>&amp;Copy report</source>
   <translation>复制报告(&amp;C)</translation>
  </message>
  <message>
   <location filename="../../app/views/crash_dialog.py"></location>
   <source>&amp;Go on</source>
   <translation>继续(&amp;G)</translation>
  </message>
  <message>
   <location filename="../../app/views/crash_dialog.py"></location>
   <source>&amp;Restart Syrinx</source>
   <translation>重新启动 Syrinx(&amp;R)</translation>
  </message>
  <message>
   <location filename="../../app/views/crash_dialog.py"></location>
   <source>Copied</source>
   <translation>已复制</translation>
  </message>
  <message>
   <location filename="../../app/views/crash_dialog.py"></location>
   <source>Report</source>
   <translation>报告</translation>
  </message>
  <message>
   <location filename="../../app/views/crash_dialog.py"></location>
   <source>Syrinx: something broke</source>
   <translation>Syrinx：出错了</translation>
  </message>
  <message>
   <location filename="../../app/views/crash_dialog.py"></location>
   <source>The details are in {log}.</source>
   <translation>详情见 {log}。</translation>
  </message>
  <message>
   <location filename="../../app/views/crash_dialog.py"></location>
   <source>The report below names no person and no file. Copy it when you ask for help.</source>
   <translation>下面的报告不含人名和文件名。求助时可以复制它。</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>&amp;Rate</source>
   <translation>采样率(&amp;R)</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>A&amp;djust by itself</source>
   <translation>自动调整(&amp;D)</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>Advanced</source>
   <translation>高级</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>As the device likes</source>
   <translation>由设备决定</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>Buffered beyond one period of the device.</source>
   <translation>在设备的一个周期之外额外缓冲的时间。</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>DELAY OR SAFETY</source>
   <translation>延迟与安全</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>Delay or safety</source>
   <translation>延迟与安全</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>From mouth to ear, with a margin of {margin_ms:.0f} ms: {safety_ms:.0f} as chosen, the rest because blocks were late.</source>
   <translation>从嘴到耳，含 {margin_ms:.0f} ms 余量：其中 {safety_ms:.0f} 是所选的，其余是因为有块迟到。</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>From mouth to ear, with a safety margin of {safety_ms:.0f} ms.</source>
   <translation>从嘴到耳，含 {safety_ms:.0f} ms 安全余量。</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>Left: the lowest delay. Right: the most safety from gaps when other programs need the processor.
Double-click for the default.</source>
   <translation>向左：延迟最低。向右：其他程序占用处理器时最不易断音。
双击恢复默认值。</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>Lowest delay</source>
   <translation>延迟最低</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>Margin in milliseconds, sample rate and period</source>
   <translation>余量（毫秒）、采样率和周期</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>Meas&amp;ure the delay</source>
   <translation>测量延迟(&amp;U)</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>Measured: {total_ms:.1f} ms, mouth to ear</source>
   <translation>测得：{total_ms:.1f} ms，从嘴到耳</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>Measuring …</source>
   <translation>正在测量…</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>More safety as soon as blocks come too late, less again after long calm, never less than the slider says</source>
   <translation>有块迟到时立即增加余量，长时间平稳后再减少，但不会少于滑块所示</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>Most safety</source>
   <translation>最安全</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>P&amp;eriod</source>
   <translation>周期(&amp;E)</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>Period</source>
   <translation>周期</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>Safe&amp;ty margin</source>
   <translation>安全余量(&amp;T)</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>Samples that the device hands over at once: less is a shorter delay. JACK and sound servers have their own. A running voice starts again.</source>
   <translation>设备一次交付的采样数：越少延迟越短。JACK 和声音服务器使用自己的值。正在运行的声音会重新启动。</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>Three soft chirps are played; the microphone is off for two seconds. The output must be heard at the input: by a cable, a virtual one, or through the air.</source>
   <translation>会播放三声轻柔的扫频音；麦克风关闭两秒。输入必须能收到输出：通过线缆、虚拟线缆或空气。</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>What is asked of the device. A running voice starts again.</source>
   <translation>向设备请求的采样率。正在运行的声音会重新启动。</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>about {total:.0f} ms</source>
   <translation>约 {total:.0f} ms</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>buffer {buffer_ms:.1f} ms</source>
   <translation>缓冲 {buffer_ms:.1f} ms</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>devices and way {devices:.1f} ms (declared {declared:.1f})</source>
   <translation>设备与路径 {devices:.1f} ms（声明 {declared:.1f}）</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>voice {voice_ms:.1f} ms (as declared)</source>
   <translation>声音 {voice_ms:.1f} ms（按声明）</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>voice {voice_ms:.1f} ms ({own:.1f} by speech)</source>
   <translation>声音 {voice_ms:.1f} ms（按语音测得 {own:.1f}）</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>{count} of 3 chirps, spread {spread_ms:.2f} ms</source>
   <translation>3 声中测得 {count} 声，离散 {spread_ms:.2f} ms</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_panel.py"></location>
   <source>{count} samples</source>
   <translation>{count} 个采样</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_popover.py"></location>
   <source>ENGINE LOAD, LAST MINUTE</source>
   <translation>最近一分钟的引擎负载</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_popover.py"></location>
   <source>Microphone to ear</source>
   <translation>从麦克风到耳朵</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_popover.py"></location>
   <source>Slowest block {load:.0f} %</source>
   <translation>最慢的块 {load:.0f} %</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_popover.py"></location>
   <source>Start a voice to see where its delay comes from.</source>
   <translation>启动一个声音，即可查看延迟的来源。</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_popover.py"></location>
   <source>The engine is not running.</source>
   <translation>引擎没有运行。</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_popover.py"></location>
   <source>memory {size:.0f} MB</source>
   <translation>内存 {size:.0f} MB</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_popover.py"></location>
   <source>queue {now_ms:.1f} of {declared_ms:.1f} ms</source>
   <translation>队列 {now_ms:.1f} / {declared_ms:.1f} ms</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_popover.py"></location>
   <source>voice: {name}</source>
   <translation>声音：{name}</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_popover.py"></location>
   <source>{count:,} stale samples dropped</source>
   <translation>丢弃过期采样 {count:,} 个</translation>
  </message>
  <message>
   <location filename="../../app/views/delay_popover.py"></location>
   <source>{count} device xruns</source>
   <translation>设备溢出 {count} 次</translation>
  </message>
  <message>
   <location filename="../../app/views/device_options.py"></location>
   <source>All systems</source>
   <translation>所有系统</translation>
  </message>
  <message>
   <location filename="../../app/views/device_options.py"></location>
   <source>Cha&amp;nnel</source>
   <translation>声道(&amp;N)</translation>
  </message>
  <message>
   <location filename="../../app/views/device_options.py"></location>
   <source>Channel {number}</source>
   <translation>声道 {number}</translation>
  </message>
  <message>
   <location filename="../../app/views/device_options.py"></location>
   <source>E&amp;xclusive mode</source>
   <translation>独占模式(&amp;X)</translation>
  </message>
  <message>
   <location filename="../../app/views/device_options.py"></location>
   <source>Have the devices for Syrinx alone: less delay, and no other program can use them.</source>
   <translation>让 Syrinx 独占设备：延迟更低，但其他程序无法使用。</translation>
  </message>
  <message>
   <location filename="../../app/views/device_options.py"></location>
   <source>Input channel</source>
   <translation>输入声道</translation>
  </message>
  <message>
   <location filename="../../app/views/device_options.py"></location>
   <source>List the devices of one sound system (host API) alone.
ASIO, WASAPI, JACK and Core Audio have less delay than MME and DirectSound.</source>
   <translation>只列出一个音频系统（音频接口）的设备。
ASIO、WASAPI、JACK 和 Core Audio 的延迟比 MME 和 DirectSound 低。</translation>
  </message>
  <message>
   <location filename="../../app/views/device_options.py"></location>
   <source>Mix of the first two</source>
   <translation>前两个的混合</translation>
  </message>
  <message>
   <location filename="../../app/views/device_options.py"></location>
   <source>S&amp;ystem</source>
   <translation>系统(&amp;Y)</translation>
  </message>
  <message>
   <location filename="../../app/views/device_options.py"></location>
   <source>Sound system</source>
   <translation>音频系统</translation>
  </message>
  <message>
   <location filename="../../app/views/device_options.py"></location>
   <source>The socket of the interface that your microphone is plugged into.</source>
   <translation>麦克风所插的声卡插口。</translation>
  </message>
  <message>
   <location filename="../../app/views/device_panel.py"></location>
   <source>DEVICES</source>
   <translation>设备</translation>
  </message>
  <message>
   <location filename="../../app/views/device_panel.py"></location>
   <source>Input (your microphone)</source>
   <translation>输入（你的麦克风）</translation>
  </message>
  <message>
   <location filename="../../app/views/device_panel.py"></location>
   <source>Input device</source>
   <translation>输入设备</translation>
  </message>
  <message>
   <location filename="../../app/views/device_panel.py"></location>
   <source>Looking for devices …</source>
   <translation>正在查找设备…</translation>
  </message>
  <message>
   <location filename="../../app/views/device_panel.py"></location>
   <source>No audio devices found. Connect one, then search again.</source>
   <translation>没有找到音频设备。请连接后重新搜索。</translation>
  </message>
  <message>
   <location filename="../../app/views/device_panel.py"></location>
   <source>No loudspeaker or headphones found. Connect some, then search again.</source>
   <translation>没有找到扬声器或耳机。请连接后重新搜索。</translation>
  </message>
  <message>
   <location filename="../../app/views/device_panel.py"></location>
   <source>No microphone found. Connect one, then search again.</source>
   <translation>没有找到麦克风。请连接后重新搜索。</translation>
  </message>
  <message>
   <location filename="../../app/views/device_panel.py"></location>
   <source>Output (where you are heard)</source>
   <translation>输出（播放到哪里）</translation>
  </message>
  <message>
   <location filename="../../app/views/device_panel.py"></location>
   <source>Output device</source>
   <translation>输出设备</translation>
  </message>
  <message>
   <location filename="../../app/views/device_panel.py"></location>
   <source>Search for devices again</source>
   <translation>重新搜索设备</translation>
  </message>
  <message>
   <location filename="../../app/views/device_panel.py"></location>
   <source>Search for devices again (F5)</source>
   <translation>重新搜索设备 (F5)</translation>
  </message>
  <message>
   <location filename="../../app/views/device_test_section.py"></location>
   <source>Level of the microphone</source>
   <translation>麦克风电平</translation>
  </message>
  <message>
   <location filename="../../app/views/device_test_section.py"></location>
   <source>Play a soft rising tone, first left, then right</source>
   <translation>先左后右，播放渐高的轻柔声音</translation>
  </message>
  <message>
   <location filename="../../app/views/device_test_section.py"></location>
   <source>Record three seconds and play them back</source>
   <translation>录三秒，然后回放</translation>
  </message>
  <message>
   <location filename="../../app/views/device_test_section.py"></location>
   <source>Stop your voice first: the level beside the pictures shows the microphone</source>
   <translation>请先停止声音：图像旁的电平会显示麦克风</translation>
  </message>
  <message>
   <location filename="../../app/views/device_test_section.py"></location>
   <source>TEST</source>
   <translation>测试</translation>
  </message>
  <message>
   <location filename="../../app/views/device_test_section.py"></location>
   <source>Test &amp;microphone</source>
   <translation>测试麦克风(&amp;M)</translation>
  </message>
  <message>
   <location filename="../../app/views/device_test_section.py"></location>
   <source>Test spea&amp;kers</source>
   <translation>测试扬声器(&amp;K)</translation>
  </message>
  <message>
   <location filename="../../app/views/diagnostics_page.py"></location>
   <source>C&amp;lear</source>
   <translation>清空(&amp;L)</translation>
  </message>
  <message>
   <location filename="../../app/views/diagnostics_page.py"></location>
   <source>Copied. It names no person, no file and none of your own voices; read it first.</source>
   <translation>已复制。其中不含人名、文件名和你自己的声音；发送前请先看一遍。</translation>
  </message>
  <message>
   <location filename="../../app/views/diagnostics_page.py"></location>
   <source>Empty the list; the log files stay</source>
   <translation>清空列表；日志文件会保留</translation>
  </message>
  <message>
   <location filename="../../app/views/diagnostics_page.py"></location>
   <source>Everything else</source>
   <translation>其他</translation>
  </message>
  <message>
   <location filename="../../app/views/diagnostics_page.py"></location>
   <source>FOR HELP</source>
   <translation>求助</translation>
  </message>
  <message>
   <location filename="../../app/views/diagnostics_page.py"></location>
   <source>Nothing has happened since the program was started.</source>
   <translation>程序启动以来没有发生任何事。</translation>
  </message>
  <message>
   <location filename="../../app/views/diagnostics_page.py"></location>
   <source>Open the &amp;log folder</source>
   <translation>打开日志文件夹(&amp;L)</translation>
  </message>
  <message>
   <location filename="../../app/views/diagnostics_page.py"></location>
   <source>Start a voice to see what its stages cost.</source>
   <translation>启动一个声音，即可查看各环节的开销。</translation>
  </message>
  <message>
   <location filename="../../app/views/diagnostics_page.py"></location>
   <source>Versions, devices, settings, delay and what happened, without personal data</source>
   <translation>版本、设备、设置、延迟和发生的事，不含个人数据</translation>
  </message>
  <message>
   <location filename="../../app/views/diagnostics_page.py"></location>
   <source>WHAT EACH STAGE COSTS</source>
   <translation>各环节的开销</translation>
  </message>
  <message>
   <location filename="../../app/views/diagnostics_page.py"></location>
   <source>WHAT HAPPENED</source>
   <translation>发生了什么</translation>
  </message>
  <message>
   <location filename="../../app/views/diagnostics_page.py"></location>
   <source>What happened</source>
   <translation>发生了什么</translation>
  </message>
  <message>
   <location filename="../../app/views/diagnostics_page.py"></location>
   <source>{line} Voice: {voice}.</source>
   <translation>{line}声音：{voice}。</translation>
  </message>
  <message>
   <location filename="../../app/views/diagnostics_page.py"></location>
   <source>{load:.0f} % of one processor's time; a voice that needs 100 % is late.</source>
   <translation>占一个处理器时间的 {load:.0f} %；达到 100 % 的声音会迟到。</translation>
  </message>
  <message>
   <location filename="../../app/views/diagnostics_page.py"></location>
   <source>{stage} {share:.1f} percent</source>
   <translation>{stage} {share:.1f}%</translation>
  </message>
  <message>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>0 % is the chosen voice, 100 % the second one, between them a mixture.</source>
   <translation>0 % 是所选声音，100 % 是第二声音，之间是两者的混合。</translation>
  </message>
  <message>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>100 % is the changed voice alone; less mixes your own voice in, both in step.</source>
   <translation>100 % 只有变声后的声音；调低会混入你自己的声音，两者保持同步。</translation>
  </message>
  <message>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>A second neural voice to mix in. Voices, and what makes them, are blended, not only added up.</source>
   <translation>要混入的第二个神经网络声音。融合的是声音本身的特征，而不只是叠加。</translation>
  </message>
  <message>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>How long the way from one voice to the other takes. Above 0, another neural
voice that you choose is glided to as well.</source>
   <translation>从一个声音变到另一个声音所用的时间。大于 0 时，
换选其他神经网络声音也会平滑过渡。</translation>
  </message>
  <message>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>How much the melody of your speech moves: 0 % speaks on one note like a
robot, 100 % as you speak, 200 % exaggerates.</source>
   <translation>说话旋律的起伏：0 % 像机器人一样平直，
100 % 与你说话相同，200 % 为夸张。</translation>
  </message>
  <message>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>Keep as a voice</source>
   <translation>存为声音</translation>
  </message>
  <message>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>Keep as a voice …</source>
   <translation>存为声音…</translation>
  </message>
  <message>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>Lock</source>
   <translation>锁定</translation>
  </message>
  <message>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>Lock automatic pitch to the mean of the voice</source>
   <translation>把自动音高锁定到声音的平均音高</translation>
  </message>
  <message>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>More mixes breath into the vowels, less makes the voice firm and clear.</source>
   <translation>调高会在元音中加入气息，调低则更坚实清晰。</translation>
  </message>
  <message>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>Morph</source>
   <translation>渐变</translation>
  </message>
  <message>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>Name of the voice:</source>
   <translation>声音的名称：</translation>
  </message>
  <message>
   <location filename="../../app/views/expression_rows.py"></location>
   <location filename="../../app/views/key_field.py"></location>
   <location filename="../../app/views/pad_dialog.py"></location>
   <location filename="../../app/views/remote_page.py"></location>
   <source>None</source>
   <translation>无</translation>
  </message>
  <message>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>Second voice</source>
   <translation>第二声音</translation>
  </message>
  <message>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>Store this mixture as a voice of your own, with the licences and consents of both.</source>
   <translation>把这个混合存为你自己的声音，并保留两者的许可和同意声明。</translation>
  </message>
  <message>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>With Auto: hold the mean of the voice within a second, even when you shout.
Off: it follows your usual pitch slowly, and a shout still sounds higher.</source>
   <translation>配合“自动”：一秒内保持声音的平均音高，喊叫时也一样。
关闭：缓慢跟随你平时的音高，喊叫时仍会更高。</translation>
  </message>
  <message>
   <location filename="../../app/views/expression_rows.py"></location>
   <source>{first} and {second}</source>
   <translation>{first} 与 {second}</translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>&amp;Mark what cloned voices say</source>
   <translation>为克隆声音加水印(&amp;M)</translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>APPEARANCE</source>
   <translation>外观</translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>CLONED VOICES</source>
   <translation>克隆声音</translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>Closes Syrinx and opens it in the chosen language</source>
   <translation>关闭 Syrinx，并以所选语言重新打开</translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>How the window looks</source>
   <translation>窗口的外观</translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>Inaudible; found again by “syrinx inspect FILE”</source>
   <translation>听不见；可用“syrinx inspect FILE”找到</translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>Language of the window, from the next start on</source>
   <translation>窗口的语言，下次启动时生效</translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>Like the system</source>
   <translation>跟随系统</translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>Start again &amp;now</source>
   <translation>立即重启(&amp;N)</translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <location filename="../../app/views/main_window.py"></location>
   <source>Theme</source>
   <translation>主题</translation>
  </message>
  <message>
   <location filename="../../app/views/general_page.py"></location>
   <source>What a voice made of somebody's recordings says carries an inaudible mark, which “syrinx inspect” finds again, after MP3 compression too. It protects the person whose voice it is: leave it on unless you have a reason.</source>
   <translation>用某人的录音制成的声音所说的话带有听不见的水印，“syrinx inspect”可以找到它，经 MP3 压缩后也可以。它保护声音的主人：没有理由请不要关闭。</translation>
  </message>
  <message>
   <location filename="../../app/views/key_field.py"></location>
   <source>Click, then press the key with its modifiers.
Backspace takes the key away, Escape leaves it as it is.</source>
   <translation>点击后按下快捷键，可带修饰键。
Backspace 清除，Escape 保持不变。</translation>
  </message>
  <message>
   <location filename="../../app/views/key_field.py"></location>
   <source>Key of {name}: {text}</source>
   <translation>{name}的快捷键：{text}</translation>
  </message>
  <message>
   <location filename="../../app/views/key_field.py"></location>
   <source>Press a key …</source>
   <translation>按下按键…</translation>
  </message>
  <message>
   <location filename="../../app/views/keys_page.py"></location>
   <source>Take it all the same</source>
   <translation>仍然使用</translation>
  </message>
  <message>
   <location filename="../../app/views/keys_page.py"></location>
   <source>{note} Click a field and press the key; Backspace takes it away.</source>
   <translation>{note}点击右侧的框再按下按键；Backspace 清除。</translation>
  </message>
  <message>
   <location filename="../../app/views/library_card.py"></location>
   <location filename="../../app/views/main_window.py"></location>
   <location filename="../../app/views/voice_picker.py"></location>
   <source>Voices</source>
   <translation>声音库</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>&amp;Language</source>
   <translation>语言(&amp;L)</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>&amp;Tags</source>
   <translation>标签(&amp;T)</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>&amp;Use this voice live</source>
   <translation>实时使用此声音(&amp;U)</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>&amp;Whose</source>
   <translation>说话人(&amp;W)</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>ABOUT</source>
   <translation>关于</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>CONSENT</source>
   <translation>同意声明</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Choose the colour</source>
   <translation>选择颜色</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Copy this voice under another name</source>
   <translation>以另一个名称复制此声音</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Delete this voice for good (Delete)</source>
   <translation>永久删除此声音 (Delete)</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Duplicate</source>
   <translation>复制</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>EARLIER VERSIONS</source>
   <translation>较早版本</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <source>Export</source>
   <translation>导出</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Favourite (F)</source>
   <translation>收藏 (F)</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Listen to the consent</source>
   <translation>收听同意声明</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Looks</source>
   <translation>外观</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Name of the person</source>
   <translation>此人的姓名</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Name of this voice</source>
   <translation>此声音的名称</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>ON THIS COMPUTER</source>
   <translation>在本机上</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Picture of this voice</source>
   <translation>此声音的图片</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Play what was recorded</source>
   <translation>播放当时的录音</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Put among the favourites (F)</source>
   <translation>加入收藏 (F)</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Remove picture</source>
   <translation>移除图片</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Restore</source>
   <translation>恢复</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Restore the version {when}</source>
   <translation>恢复版本（{when}）</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Sound like this version again; the present one is kept</source>
   <translation>恢复这一版本的声音；当前版本会保留</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Tags, with commas between them</source>
   <translation>标签，以逗号分隔</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Take from the favourites (F)</source>
   <translation>取消收藏 (F)</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>Write this voice into one file</source>
   <translation>将此声音写入一个文件</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>calm, narrator</source>
   <translation>沉静，旁白</translation>
  </message>
  <message>
   <location filename="../../app/views/library_detail.py"></location>
   <source>en, zh, de …</source>
   <translation>en, zh, de …</translation>
  </message>
  <message>
   <location filename="../../app/views/library_dialogs.py"></location>
   <source>Colour of this voice</source>
   <translation>此声音的颜色</translation>
  </message>
  <message>
   <location filename="../../app/views/library_dialogs.py"></location>
   <source>Delete this voice?</source>
   <translation>删除此声音？</translation>
  </message>
  <message>
   <location filename="../../app/views/library_dialogs.py"></location>
   <location filename="../../app/views/models_page.py"></location>
   <source>Delete “{name}” for good?</source>
   <translation>永久删除“{name}”？</translation>
  </message>
  <message>
   <location filename="../../app/views/library_dialogs.py"></location>
   <source>Duplicate this voice</source>
   <translation>复制此声音</translation>
  </message>
  <message>
   <location filename="../../app/views/library_dialogs.py"></location>
   <source>Export this voice</source>
   <translation>导出此声音</translation>
  </message>
  <message>
   <location filename="../../app/views/library_dialogs.py"></location>
   <source>Import voices</source>
   <translation>导入声音</translation>
  </message>
  <message>
   <location filename="../../app/views/library_dialogs.py"></location>
   <source>Name of the copy:</source>
   <translation>副本的名称：</translation>
  </message>
  <message>
   <location filename="../../app/views/library_dialogs.py"></location>
   <source>Pictures (*.png *.jpg *.jpeg *.webp *.bmp)</source>
   <translation>图片 (*.png *.jpg *.jpeg *.webp *.bmp)</translation>
  </message>
  <message>
   <location filename="../../app/views/library_dialogs.py"></location>
   <source>Voices (*{suffix})</source>
   <translation>声音 (*{suffix})</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <location filename="../../app/views/voice_picker.py"></location>
   <source>&amp;Effects</source>
   <translation>效果(&amp;E)</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <source>&amp;Import</source>
   <translation>导入(&amp;I)</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <location filename="../../app/views/voice_picker.py"></location>
   <source>&amp;Neural</source>
   <translation>神经(&amp;N)</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <source>&amp;Yours</source>
   <translation>自有(&amp;Y)</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <location filename="../../app/views/voice_picker.py"></location>
   <source>A&amp;ll</source>
   <translation>全部(&amp;L)</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <source>Any tag</source>
   <translation>任意标签</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <source>Favourites only</source>
   <translation>仅收藏</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <source>No favourites here. A click on the star of a voice makes it one.</source>
   <translation>这里没有收藏。点击声音的星标即可收藏。</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <location filename="../../app/views/voice_picker.py"></location>
   <source>No voice matches “{text}”.</source>
   <translation>没有与“{text}”匹配的声音。</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <location filename="../../app/views/voice_picker.py"></location>
   <source>Search names, descriptions and tags (Ctrl+F)</source>
   <translation>搜索名称、描述和标签 (Ctrl+F)</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <location filename="../../app/views/voice_picker.py"></location>
   <source>Search voices</source>
   <translation>搜索声音</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <location filename="../../app/views/voice_picker.py"></location>
   <source>Show all voices</source>
   <translation>显示所有声音</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <source>Tag</source>
   <translation>标签</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <source>Take voices from {suffix} files, or drop them here</source>
   <translation>从 {suffix} 文件导入声音，也可拖放到这里</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <source>There are no voices of this kind.</source>
   <translation>没有此类声音。</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <source>They lie in {folder}</source>
   <translation>存放于 {folder}</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <source>VOICES</source>
   <translation>声音库</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <source>Voices with one tag only</source>
   <translation>只显示带有某个标签的声音</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <source>You have no voices of your own yet. Import a {suffix} file, or drop it here.</source>
   <translation>你还没有自己的声音。导入 {suffix} 文件，或将其拖放到这里。</translation>
  </message>
  <message>
   <location filename="../../app/views/library_view.py"></location>
   <source>{count} of your own, {size}</source>
   <translation>{count} 个自有声音，{size}</translation>
  </message>
  <message>
   <location filename="../../app/views/live_view.py"></location>
   <source>No audio device. Connect a microphone and search again (F5).</source>
   <translation>没有音频设备。请连接麦克风并重新搜索 (F5)。</translation>
  </message>
  <message>
   <location filename="../../app/views/live_view.py"></location>
   <source>Press Space to start.</source>
   <translation>按空格键开始。</translation>
  </message>
  <message>
   <location filename="../../app/views/live_view.py"></location>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Spectrogram</source>
   <translation>频谱图</translation>
  </message>
  <message>
   <location filename="../../app/views/live_view.py"></location>
   <source>Your new voice appears here.</source>
   <translation>你的新声音将显示在这里。</translation>
  </message>
  <message>
   <location filename="../../app/views/load_plot.py"></location>
   <source>Engine load over the last minute, in percent</source>
   <translation>最近一分钟的引擎负载（百分比）</translation>
  </message>
  <message>
   <location filename="../../app/views/load_plot.py"></location>
   <location filename="../../app/views/pane_view.py"></location>
   <location filename="../../app/views/spectrogram_view.py"></location>
   <location filename="../../app/views/time_strip.py"></location>
   <source>now</source>
   <translation>现在</translation>
  </message>
  <message>
   <location filename="../../app/views/lost_strip.py"></location>
   <source>Start again now, and listen to “{name}”</source>
   <translation>立即重新启动，改用“{name}”输入</translation>
  </message>
  <message>
   <location filename="../../app/views/lost_strip.py"></location>
   <source>Start again now, and play to “{name}”</source>
   <translation>立即重新启动，改用“{name}”播放</translation>
  </message>
  <message>
   <location filename="../../app/views/lost_strip.py"></location>
   <source>Stay stopped when the device comes back</source>
   <translation>设备重新连接后也保持停止</translation>
  </message>
  <message>
   <location filename="../../app/views/lost_strip.py"></location>
   <source>Stop &amp;waiting</source>
   <translation>停止等待(&amp;W)</translation>
  </message>
  <message>
   <location filename="../../app/views/lost_strip.py"></location>
   <source>Use “{name}”</source>
   <translation>使用“{name}”</translation>
  </message>
  <message>
   <location filename="../../app/views/main_window.py"></location>
   <source>&amp;Dark</source>
   <translation>深色(&amp;D)</translation>
  </message>
  <message>
   <location filename="../../app/views/main_window.py"></location>
   <source>&amp;Light</source>
   <translation>浅色(&amp;L)</translation>
  </message>
  <message>
   <location filename="../../app/views/main_window.py"></location>
   <source>&amp;Like the system</source>
   <translation>跟随系统(&amp;S)</translation>
  </message>
  <message>
   <location filename="../../app/views/main_window.py"></location>
   <source>Light or dark</source>
   <translation>浅色或深色</translation>
  </message>
  <message>
   <location filename="../../app/views/main_window.py"></location>
   <source>Live</source>
   <translation>实时</translation>
  </message>
  <message>
   <location filename="../../app/views/message_bar.py"></location>
   <source>Dismiss</source>
   <translation>关闭</translation>
  </message>
  <message>
   <location filename="../../app/views/message_bar.py"></location>
   <source>Dismiss message</source>
   <translation>关闭消息</translation>
  </message>
  <message>
   <location filename="../../app/views/meter_view.py"></location>
   <source>peak {level:.0f} dBFS</source>
   <translation>峰值 {level:.0f} dBFS</translation>
  </message>
  <message>
   <location filename="../../app/views/meter_view.py"></location>
   <source>silent</source>
   <translation>静音</translation>
  </message>
  <message>
   <location filename="../../app/views/meter_view.py"></location>
   <source>{name} level</source>
   <translation>{name}电平</translation>
  </message>
  <message>
   <location filename="../../app/views/meter_view.py"></location>
   <source>{name} level in dBFS: bar = loudness, mark = peak of the last 1.5 s.
The light on top stays red after clipping; click to clear it.</source>
   <translation>{name}电平 (dBFS)：竖条为响度，刻线为最近 1.5 s 的峰值。
削波后顶部指示灯保持红色；点击即可清除。</translation>
  </message>
  <message>
   <location filename="../../app/views/midi_page.py"></location>
   <source>; </source>
   <translation>；</translation>
  </message>
  <message>
   <location filename="../../app/views/midi_page.py"></location>
   <source>Click, then press or turn something on the controller</source>
   <translation>点击后，在控制器上按键或转动旋钮</translation>
  </message>
  <message>
   <location filename="../../app/views/midi_page.py"></location>
   <source>Forget</source>
   <translation>清除</translation>
  </message>
  <message>
   <location filename="../../app/views/midi_page.py"></location>
   <source>Forget: {title}</source>
   <translation>清除：{title}</translation>
  </message>
  <message>
   <location filename="../../app/views/midi_page.py"></location>
   <source>Its notes and controllers do what is learned below</source>
   <translation>它的音符和控制器执行下面学到的操作</translation>
  </message>
  <message>
   <location filename="../../app/views/midi_page.py"></location>
   <source>Knobs</source>
   <translation>旋钮</translation>
  </message>
  <message>
   <location filename="../../app/views/midi_page.py"></location>
   <source>Learn</source>
   <translation>学习</translation>
  </message>
  <message>
   <location filename="../../app/views/midi_page.py"></location>
   <source>Learn: {title}</source>
   <translation>学习：{title}</translation>
  </message>
  <message>
   <location filename="../../app/views/midi_page.py"></location>
   <source>Listen to a MIDI controller</source>
   <translation>接收 MIDI 控制器</translation>
  </message>
  <message>
   <location filename="../../app/views/midi_page.py"></location>
   <source>MIDI controller</source>
   <translation>MIDI 控制器</translation>
  </message>
  <message>
   <location filename="../../app/views/midi_page.py"></location>
   <source>Notes and controllers of a MIDI device do what keys do, and turn knobs. Click Learn, then press the pad or move the knob.</source>
   <translation>MIDI 设备的音符和控制器可以执行快捷键的操作，也可以转动旋钮。点击“学习”，再按下打击垫或转动旋钮。</translation>
  </message>
  <message>
   <location filename="../../app/views/midi_page.py"></location>
   <source>Press or move it now</source>
   <translation>现在按下或转动它</translation>
  </message>
  <message>
   <location filename="../../app/views/midi_page.py"></location>
   <source>The first that is there</source>
   <translation>第一个可用的</translation>
  </message>
  <message>
   <location filename="../../app/views/midi_page.py"></location>
   <source>Which controller to listen to</source>
   <translation>选择接收哪个控制器</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>&amp;Add a folder…</source>
   <translation>添加文件夹(&amp;A)…</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>&amp;Cancel</source>
   <translation>取消(&amp;C)</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>&amp;Download</source>
   <translation>下载(&amp;D)</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>&amp;Full precision where the model has both</source>
   <translation>两种都有时用全精度(&amp;F)</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>64 digits, if you know them</source>
   <translation>64 位，知道的话填写</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Address</source>
   <translation>地址</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>Address of an archive with a model</source>
   <translation>模型压缩包的地址</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>An archive (.tar.bz2, .tar.gz, .tar.xz) by its address. Only https is taken without a checksum.</source>
   <translation>按地址下载压缩包（.tar.bz2、.tar.gz、.tar.xz）。没有校验和时只接受 https。</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>BY ADDRESS</source>
   <translation>按地址</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>Comes with Syrinx · English</source>
   <translation>随 Syrinx 提供 · English</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>Delete this model; it asks first</source>
   <translation>删除这个模型，会先询问</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>Delete this model?</source>
   <translation>删除这个模型？</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>Download</source>
   <translation>下载</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>Download from this address</source>
   <translation>从这个地址下载</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>Download the archive and install the model in it</source>
   <translation>下载压缩包并安装其中的模型</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>Download {name}</source>
   <translation>下载 {name}</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>Drop the folder of a model here</source>
   <translation>把模型的文件夹拖到这里</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>Folder of a recognition model</source>
   <translation>识别模型的文件夹</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>INSTALLED</source>
   <translation>已安装</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>Larger and slower, seldom better; otherwise the quantised networks are taken</source>
   <translation>更大更慢，很少更好；不勾选则用量化网络</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>Models of your own need the Python package sherpa-onnx, which is not installed: pip install sherpa-onnx.</source>
   <translation>使用自己的模型需要 Python 包 sherpa-onnx，它还没有安装：pip install sherpa-onnx。</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>Nothing is downloaded unless you click. Each file is held against its checksum; a download that was cut off goes on where it stopped.</source>
   <translation>不点击就不会下载任何东西。每个文件都会核对校验和；中断的下载会从断开处继续。</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>Progress of the model</source>
   <translation>模型的进度</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>Remove {name}</source>
   <translation>移除 {name}</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>SHA-256 checksum of the archive</source>
   <translation>压缩包的 SHA-256 校验和</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>Stop; what was downloaded is kept for the next time</source>
   <translation>停止；已下载的部分会留到下次</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>Syrinx recognises speech with a model of its own, or with a published one that you have: Whisper, Zipformer, Moonshine, Paraformer, SenseVoice and others, as sherpa-onnx publishes them. A model is a folder with .onnx files and tokens.txt.</source>
   <translation>Syrinx 用自己的模型识别语音，也可以用你已有的公开模型：Whisper、Zipformer、Moonshine、Paraformer、SenseVoice 等，格式与 sherpa-onnx 发布的相同。模型是一个带 .onnx 文件和 tokens.txt 的文件夹。</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>The files that the model needs are copied; it is tried out</source>
   <translation>复制模型需要的文件，并试用一次</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>WELL-KNOWN MODELS</source>
   <translation>常用模型</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>What the archive must be, digit for digit; else it is deleted</source>
   <translation>压缩包必须与它逐位相符，否则会被删除</translation>
  </message>
  <message>
   <location filename="../../app/views/models_page.py"></location>
   <source>{size} become free. Transcripts stay.</source>
   <translation>将腾出 {size}。转写文稿会保留。</translation>
  </message>
  <message>
   <location filename="../../app/views/monitor_section.py"></location>
   <source>&amp;Hear myself</source>
   <translation>监听自己(&amp;H)</translation>
  </message>
  <message>
   <location filename="../../app/views/monitor_section.py"></location>
   <source>Hear the soundboard</source>
   <translation>监听音效板</translation>
  </message>
  <message>
   <location filename="../../app/views/monitor_section.py"></location>
   <source>How loud you hear yourself; others hear no difference.</source>
   <translation>你听到自己的音量；其他人听到的不变。</translation>
  </message>
  <message>
   <location filename="../../app/views/monitor_section.py"></location>
   <source>MONITOR</source>
   <translation>监听</translation>
  </message>
  <message>
   <location filename="../../app/views/monitor_section.py"></location>
   <source>Monitor device</source>
   <translation>监听设备</translation>
  </message>
  <message>
   <location filename="../../app/views/monitor_section.py"></location>
   <source>Monitor gain</source>
   <translation>监听增益</translation>
  </message>
  <message>
   <location filename="../../app/views/monitor_section.py"></location>
   <source>Monitor hears</source>
   <translation>监听内容</translation>
  </message>
  <message>
   <location filename="../../app/views/monitor_section.py"></location>
   <source>My own voice</source>
   <translation>我自己的声音</translation>
  </message>
  <message>
   <location filename="../../app/views/monitor_section.py"></location>
   <source>Play the pads on the monitor device, too; others always hear them</source>
   <translation>也在监听设备上播放音效；其他人总能听到</translation>
  </message>
  <message>
   <location filename="../../app/views/monitor_section.py"></location>
   <source>Play your voice on a second device, such as your headphones, while the output goes to others.
Use headphones: loudspeakers feed back into the microphone.</source>
   <translation>输出给其他人的同时，在第二个设备（如耳机）上播放你的声音。
请使用耳机：扬声器的声音会传回麦克风，引起啸叫。</translation>
  </message>
  <message>
   <location filename="../../app/views/monitor_section.py"></location>
   <source>The changed voice, or your own before it is changed</source>
   <translation>变声后的声音，或变声前你自己的声音</translation>
  </message>
  <message>
   <location filename="../../app/views/monitor_section.py"></location>
   <source>What others hear</source>
   <translation>其他人听到的</translation>
  </message>
  <message>
   <location filename="../../app/views/mute_controls.py"></location>
   <source>Let sound out again</source>
   <translation>恢复出声</translation>
  </message>
  <message>
   <location filename="../../app/views/mute_controls.py"></location>
   <source>Panic</source>
   <translation>紧急静音</translation>
  </message>
  <message>
   <location filename="../../app/views/mute_controls.py"></location>
   <source>Panic mute: nothing goes out.</source>
   <translation>紧急静音：没有任何声音输出。</translation>
  </message>
  <message>
   <location filename="../../app/views/mute_controls.py"></location>
   <source>Panic mute: nothing goes out. Press {key} to take it back.</source>
   <translation>紧急静音：没有任何声音输出。按 {key} 恢复。</translation>
  </message>
  <message>
   <location filename="../../app/views/mute_controls.py"></location>
   <source>Silence everything at once</source>
   <translation>立即静音所有声音</translation>
  </message>
  <message>
   <location filename="../../app/views/mute_controls.py"></location>
   <source>Silence your voice; the soundboard goes on</source>
   <translation>让你的声音静音；音效板继续播放</translation>
  </message>
  <message>
   <location filename="../../app/views/mute_controls.py"></location>
   <source>Your voice goes out only while you hold a key: give “Push to talk” a key in Settings, Keys.</source>
   <translation>只有按住快捷键时才输出你的声音：在“设置”的“快捷键”中为“按键说话”指定快捷键。</translation>
  </message>
  <message>
   <location filename="../../app/views/mute_controls.py"></location>
   <source>Your voice goes out only while you hold {key}.
The soundboard goes on.</source>
   <translation>只有按住 {key} 时才输出你的声音。
音效板继续播放。</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_button.py"></location>
   <source>Key {key}</source>
   <translation>按键 {key}</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_button.py"></location>
   <source>Over and over</source>
   <translation>循环播放</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_button.py"></location>
   <source>Right-click, or F2, to change it</source>
   <translation>右键单击或按 F2 可更改</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_button.py"></location>
   <source>Said with the voice</source>
   <translation>用所选声音说出</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_button.py"></location>
   <source>{length}, {mode}</source>
   <translation>{length}，{mode}</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_button.py"></location>
   <source>{name}, key {key}</source>
   <translation>{name}，按键 {key}</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>&amp;Colour</source>
   <translation>颜色(&amp;C)</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>&amp;Key</source>
   <translation>按键(&amp;K)</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>&amp;Level</source>
   <translation>电平(&amp;L)</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>&amp;Name</source>
   <translation>名称(&amp;N)</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>&amp;Over and over, until it is stopped</source>
   <translation>循环播放，直到停止(&amp;O)</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>&amp;Play</source>
   <translation>播放(&amp;P)</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>&amp;Remove pad</source>
   <translation>移除(&amp;R)</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>&amp;Starts</source>
   <translation>触发(&amp;S)</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>Changes take effect at once.</source>
   <translation>更改立即生效。</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>Close</source>
   <translation>关闭</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <location filename="../../app/views/preset_popover.py"></location>
   <source>Green</source>
   <translation>绿色</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>Kingfisher</source>
   <translation>翠鸟蓝</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>Level of this clip. It is heard at once while the pad plays.</source>
   <translation>此音频片段的电平。播放时改动立即可闻。</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>Name of the pad</source>
   <translation>音效键名称</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <location filename="../../app/views/preset_popover.py"></location>
   <source>Orange</source>
   <translation>橙色</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>Pad: {name}</source>
   <translation>音效键：{name}</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>Pink</source>
   <translation>粉色</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>Plays this pad while the Live area is shown and no text is edited</source>
   <translation>显示“实时”区域且不在编辑文字时，按此键播放</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>Red</source>
   <translation>红色</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>Say it &amp;with the voice</source>
   <translation>用所选声音说出(&amp;W)</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>Take the pad away, and delete the soundboard's copy of its file</source>
   <translation>移除音效键，并删除音效板中的文件副本</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <location filename="../../app/views/preset_popover.py"></location>
   <source>Teal</source>
   <translation>青色</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>The clip goes in where the microphone does; the voice, the gate and the clean-up
take it for speech. For other people's speech rather than for music.</source>
   <translation>音频片段从麦克风处进入；声音、噪声门和净化会把它当作语音。
适合他人的语音，不适合音乐。</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>Yellow</source>
   <translation>黄色</translation>
  </message>
  <message>
   <location filename="../../app/views/pad_dialog.py"></location>
   <source>{key}  (now {name})</source>
   <translation>{key}（现为 {name}）</translation>
  </message>
  <message>
   <location filename="../../app/views/pane_view.py"></location>
   <source>Drag to select. Ctrl+wheel or + and −: zoom in time; wheel or left and right: scroll back a minute; Alt+wheel, or Ctrl with + and −: zoom the scale; up and down: move it; Home: oldest; End: now; 0: as at the start; Esc: select nothing.</source>
   <translation>拖动以选择。Ctrl+滚轮或 + 和 −：缩放时间；滚轮或左右键：回看一分钟；Alt+滚轮，或 Ctrl 加 + 和 −：缩放刻度；上下键：移动刻度；Home：最早；End：现在；0：恢复初始；Esc：取消选择。</translation>
  </message>
  <message>
   <location filename="../../app/views/pane_view.py"></location>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>{seconds:.2f} s selected</source>
   <translation>已选 {seconds:.2f} s</translation>
  </message>
  <message>
   <location filename="../../app/views/parts.py"></location>
   <source>Double-click the slider for {default:g} {unit}.</source>
   <translation>双击滑块恢复为 {default:g} {unit}。</translation>
  </message>
  <message>
   <location filename="../../app/views/parts.py"></location>
   <source>{name} slider</source>
   <translation>{name}滑块</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>&amp;What am I looking at?</source>
   <translation>这是什么图？(&amp;W)</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>Back to the present (End)</source>
   <translation>回到现在 (End)</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>Freeze the pictures</source>
   <translation>冻结图像</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>Freeze the pictures; the sound goes on (P)</source>
   <translation>冻结图像，声音继续 (P)</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>Picture of the sound</source>
   <translation>声音的图像</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>Save &amp;input and output as stereo WAV</source>
   <translation>将输入和输出存为立体声 WAV(&amp;I)</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>Save &amp;output as WAV</source>
   <translation>将输出存为 WAV(&amp;O)</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>Save &amp;picture as PNG</source>
   <translation>将图像存为 PNG(&amp;P)</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>Save i&amp;nput as WAV</source>
   <translation>将输入存为 WAV(&amp;N)</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>Save what is selected or seen (Ctrl+E)</source>
   <translation>保存所选或所见内容 (Ctrl+E)</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>Saved {path}.</source>
   <translation>已保存 {path}。</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>Saved {seconds:.2f} s to {path}.</source>
   <translation>已将 {seconds:.2f} s 保存到 {path}。</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>Second picture of the sound</source>
   <translation>声音的第二幅图像</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>Select nothing (Esc)</source>
   <translation>取消选择 (Esc)</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>Show less time (+)</source>
   <translation>显示更短时间 (+)</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>Show more time (−)</source>
   <translation>显示更长时间 (−)</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>Single</source>
   <translation>单幅</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>What a second picture below shows</source>
   <translation>下方第二幅图像显示的内容</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>What am I looking at?</source>
   <translation>这是什么图？</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>What the picture shows</source>
   <translation>图像显示的内容</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>Zoom as at the start (0)</source>
   <translation>恢复初始缩放 (0)</translation>
  </message>
  <message>
   <location filename="../../app/views/picture_panel.py"></location>
   <source>{seconds:.2f} s seen</source>
   <translation>可见 {seconds:.2f} s</translation>
  </message>
  <message>
   <location filename="../../app/views/pictures.py"></location>
   <source>Cannot read {path}.</source>
   <translation>无法读取 {path}。</translation>
  </message>
  <message>
   <location filename="../../app/views/pictures.py"></location>
   <source>{path} cannot be made small enough; use another picture.</source>
   <translation>{path} 无法缩到足够小；请换一张图片。</translation>
  </message>
  <message>
   <location filename="../../app/views/pictures.py"></location>
   <source>{path} is not a picture file, or is over {size:g} MB.</source>
   <translation>{path} 不是图片文件，或超过 {size:g} MB。</translation>
  </message>
  <message>
   <location filename="../../app/views/pictures.py"></location>
   <source>{path} is not a picture that Syrinx can read; use PNG or JPEG.</source>
   <translation>{path} 不是 Syrinx 能读取的图片；请使用 PNG 或 JPEG。</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>&amp;Duplicate</source>
   <translation>复制(&amp;D)</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>&amp;Export all presets…</source>
   <translation>导出所有预设(&amp;E)…</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>&amp;Export…</source>
   <translation>导出(&amp;E)…</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>&amp;Import presets…</source>
   <translation>导入预设(&amp;I)…</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>&amp;Name, colour, key…</source>
   <translation>名称、颜色、快捷键(&amp;N)…</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>&amp;Update from what is heard</source>
   <translation>更新为当前声音(&amp;U)</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>A preset keeps the voice and everything you have turned.</source>
   <translation>预设会保存声音和你调过的所有设置。</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>Changed since: click to go back, or keep the changes with the tick.</source>
   <translation>已有改动：点击可还原，或点对勾保留改动。</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>Dele&amp;te…</source>
   <translation>删除(&amp;T)…</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>Import and export presets</source>
   <translation>导入和导出预设</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>Keep the changes in the preset</source>
   <translation>把改动保存到预设</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>Keep this as a new preset</source>
   <translation>存为新预设</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>Key: {key}</source>
   <translation>快捷键：{key}</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>Move &amp;left</source>
   <translation>左移(&amp;L)</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>Move &amp;right</source>
   <translation>右移(&amp;R)</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>PRESETS</source>
   <translation>预设</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>Preset {name}</source>
   <translation>预设 {name}</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>Preset {name}, changed</source>
   <translation>预设 {name}，已改动</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_bar.py"></location>
   <source>Syrinx presets</source>
   <translation>Syrinx 预设</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_dialogs.py"></location>
   <source>Delete the preset “{name}”?</source>
   <translation>删除预设“{name}”？</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_dialogs.py"></location>
   <source>Delete this preset?</source>
   <translation>删除这个预设？</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_dialogs.py"></location>
   <source>Export presets</source>
   <translation>导出预设</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_dialogs.py"></location>
   <source>Import presets</source>
   <translation>导入预设</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_dialogs.py"></location>
   <source>Presets (*{suffix})</source>
   <translation>预设 (*{suffix})</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_dialogs.py"></location>
   <source>What is heard now stays as it is.</source>
   <translation>当前听到的声音保持不变。</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_popover.py"></location>
   <source>Blue</source>
   <translation>蓝色</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_popover.py"></location>
   <source>Gold</source>
   <translation>金色</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_popover.py"></location>
   <source>Grey</source>
   <translation>灰色</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_popover.py"></location>
   <source>Key</source>
   <translation>快捷键</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_popover.py"></location>
   <source>Name of the preset</source>
   <translation>预设的名称</translation>
  </message>
  <message>
   <location filename="../../app/views/preset_popover.py"></location>
   <source>the preset</source>
   <translation>预设</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_card.py"></location>
   <source>More settings of {stage}</source>
   <translation>{stage}的更多设置</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_card.py"></location>
   <source>Move {stage} earlier in the chain</source>
   <translation>把{stage}在链路中前移</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_card.py"></location>
   <source>Move {stage} later in the chain</source>
   <translation>把{stage}在链路中后移</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_card.py"></location>
   <source>{stage}: {name}</source>
   <translation>{stage}：{name}</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Above</source>
   <translation>频率高于</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Air</source>
   <translation>空气感</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Amount</source>
   <translation>总量</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>At most</source>
   <translation>最多</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Attack</source>
   <translation>启动</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Automatic make-up</source>
   <translation>自动补偿</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Bare walls, or curtains and carpets.</source>
   <translation>低为光秃的墙壁，高为窗帘和地毯。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Below this level the input counts as silence.</source>
   <translation>低于此电平的输入视为静音。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Body</source>
   <translation>厚度</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Brings quiet and loud speech to one loudness, slowly. It stands still in pauses, so that the background is not pumped up.</source>
   <translation>缓慢地把轻声和大声说话调到同一响度。停顿时保持不动，不会抬高背景声。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>By how many dB it lowers now.</source>
   <translation>当前压低的 dB 数。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>By how many dB peaks are lowered now.</source>
   <translation>当前峰值压低的 dB 数。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>By how many dB the s sounds are lowered now.</source>
   <translation>当前齿音压低的 dB 数。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Ceiling</source>
   <translation>上限</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Damping</source>
   <translation>阻尼</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Evens out loud and soft within words: dense and close.</source>
   <translation>压平字词内的强弱：厚实而贴近。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>From a booth to a hall.</source>
   <translation>从小隔间到大厅。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Full bar: closed. Empty: open.</source>
   <translation>满格：关闭。空：打开。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Fuller, clearer, brighter: five bands of tone.</source>
   <translation>更饱满、更清晰、更明亮：五段音色调节。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Furthest that it amplifies; noise is amplified as well.</source>
   <translation>最大的放大量；噪声也会一起放大。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Gain above 9 kHz: breath and brilliance.</source>
   <translation>9 kHz 以上的增益：气息与亮度。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Gain around 3.5 kHz: how clear words are.</source>
   <translation>3.5 kHz 附近的增益：吐字的清晰度。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Gain around 350 Hz: less sounds less boxy.</source>
   <translation>350 Hz 附近的增益：调低可减少箱音。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Gain behind it, when not automatic.</source>
   <translation>压缩之后的增益，非自动时有效。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Gain below about 160 Hz: the weight of a voice.</source>
   <translation>约 160 Hz 以下的增益：声音的分量。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Gain now, in dB: left of the middle softer, right of it louder.</source>
   <translation>当前增益（dB）：中间偏左为变轻，偏右为变响。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Gives back what a loud syllable has lost.</source>
   <translation>补回大声音节被压低的部分。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Green: all is well. Yellow: something is being tested. Red: muted.</source>
   <translation>绿：正常。黄：正在检测。红：已静音。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Highest level that leaves.</source>
   <translation>输出的最高电平。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>How faint an echo counts. Lower it when it mutes although you use headphones.</source>
   <translation>多弱的回声算作啸叫。如果戴着耳机也被静音，就调低它。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>How fast it grips. Slow lets consonants through.</source>
   <translation>压缩生效的快慢。慢一些可让辅音通过。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>How fast it lets go.</source>
   <translation>压缩松开的快慢。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>How gently it sets in around the threshold.</source>
   <translation>在阈值附近生效的平缓程度。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>How long the output rests before it is tried again; longer each time it fails.</source>
   <translation>再次尝试前输出停止的时间；每次失败都会延长。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>How loud an s must be, against your voice, to be lowered.</source>
   <translation>齿音相对人声要多响才会被压低。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>How many dB above the threshold become one.</source>
   <translation>超过阈值的多少 dB 变为 1 dB。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>How sure it is that somebody speaks.</source>
   <translation>判断有人说话的把握。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Keyboards and doors do not open it, however loud they are.</source>
   <translation>键盘声和关门声再响也不会打开它。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Knee</source>
   <translation>拐点</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Loudness of your speech behind it. -20 suits most programs.</source>
   <translation>处理后说话的响度。-20 适合多数程序。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Low cut</source>
   <translation>低切</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Make-up</source>
   <translation>补偿</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>More takes away more noise, and in the end a little of your voice.</source>
   <translation>越高去除的噪声越多，过高会损失少许人声。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Most boost</source>
   <translation>最大提升</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Most that an s sound is lowered.</source>
   <translation>齿音最多压低多少。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Open for speech only</source>
   <translation>仅对说话打开</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <location filename="../../app/views/transcribe_files.py"></location>
   <source>Pause</source>
   <translation>暂停</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Presence</source>
   <translation>临场感</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Puts you into a room.</source>
   <translation>让你置身于房间之中。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Ratio</source>
   <translation>比率</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Release</source>
   <translation>释放</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Scales all gains below at once; 0 leaves only the low cut.</source>
   <translation>同时缩放下面的所有增益；0 只保留低切。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Sensitivity</source>
   <translation>灵敏度</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Share of the room in the sound.</source>
   <translation>房间声在声音中的比例。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Silences the background while you do not speak. It looks back, so that no word loses its beginning.</source>
   <translation>你不说话时消除背景声。它会回看，字词的开头不会丢失。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Silences the output when your microphone hears the loudspeaker: howling, or your voice that comes round again. It adds no delay.</source>
   <translation>麦克风听到扬声器时（啸叫，或你的声音又绕回来）让输出静音。不增加延迟。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Size</source>
   <translation>大小</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Softens sharp s sounds, and nothing else.</source>
   <translation>只柔化刺耳的齿音。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Strength</source>
   <translation>强度</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Sure at</source>
   <translation>判定把握</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Takes fans, keyboards, traffic and hiss out of your speech, by a small network.</source>
   <translation>用小型神经网络去除说话中的风扇声、键盘声、车流声和嘶声。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Takes out what lies below: rumble and thumps on the desk.</source>
   <translation>切除此频率以下的声音：隆隆声和桌面碰撞声。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Target</source>
   <translation>目标</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>The last stage: nothing gets louder than the ceiling, so that nothing distorts. Without a voice it works where another stage amplifies.</source>
   <translation>最后一级：任何声音都不会超过上限，因此不会失真。未选声音时，仅在其他级放大时工作。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Threshold</source>
   <translation>阈值</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Warmth</source>
   <translation>温暖</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>What is louder is lowered; less means more compression.</source>
   <translation>更响的声音会被压低；值越低，压缩越多。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>Where the sharp sounds begin: higher for high voices.</source>
   <translation>刺耳声音开始的频率：高音的人声要设得更高。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_knobs.py"></location>
   <source>With “Open for speech only”: how sure it must be that somebody speaks.</source>
   <translation>用于“仅对说话打开”：有多大把握判定有人说话才打开。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_meter.py"></location>
   <source>listening</source>
   <translation>正在侦听</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_meter.py"></location>
   <source>off</source>
   <translation>关</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_meter.py"></location>
   <source>testing</source>
   <translation>正在检测</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_meter.py"></location>
   <source>the output rests</source>
   <translation>输出已停止</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_meter.py"></location>
   <source>{name}: what it does now</source>
   <translation>{name}：当前状态</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_view.py"></location>
   <source>All stages as at first: only the feedback guard is on</source>
   <translation>所有级恢复初始：仅打开啸叫保护</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_view.py"></location>
   <source>BEFORE THE VOICE</source>
   <translation>变声之前</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_view.py"></location>
   <source>BEHIND THE VOICE</source>
   <translation>变声之后</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_view.py"></location>
   <source>Compare: all o&amp;ff</source>
   <translation>对比：全部关闭(&amp;F)</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_view.py"></location>
   <source>Let the sound through all stages untouched while this is down, at the same delay, to hear what they do. The guard and the limiter stay.</source>
   <translation>按下时声音原样通过所有级，延迟不变，便于听出各级的作用。啸叫保护和限幅器保持工作。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_view.py"></location>
   <source>Ready-made setting: {name}</source>
   <translation>现成设置：{name}</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_view.py"></location>
   <source>Reset</source>
   <translation>重置</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_view.py"></location>
   <source>Reset all stages</source>
   <translation>重置所有级</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_view.py"></location>
   <source>The sound passes the stages from top to bottom.</source>
   <translation>声音从上到下依次通过各级。</translation>
  </message>
  <message>
   <location filename="../../app/views/rack_view.py"></location>
   <source>{what}
Sets all stages but the gate.</source>
   <translation>{what}
设置除噪声门外的所有级。</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>&amp;Choose...</source>
   <translation>选择(&amp;C)...</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>&amp;Format</source>
   <translation>格式(&amp;F)</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>&amp;Standard</source>
   <translation>默认(&amp;S)</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>256 kbit/s; every program plays it. The delay of the encoder is taken out.</source>
   <translation>256 kbit/s；所有程序都能播放。编码器的延迟已消除。</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>A pad of the soundboard stops the others</source>
   <translation>音效板的一个音效键会停止其他音效</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>Con&amp;tent</source>
   <translation>内容(&amp;T)</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>Content</source>
   <translation>内容</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>Exact, 24 bit, about half the size of WAV.</source>
   <translation>无损，24 位，大小约为 WAV 的一半。</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>Exact, 24 bit, with markers in the file. Past 4 GB it goes on as RF64.</source>
   <translation>无损，24 位，标记存在文件中。超过 4 GB 时以 RF64 继续。</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>Folder</source>
   <translation>文件夹</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>Folder of recordings</source>
   <translation>录音文件夹</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>Format</source>
   <translation>格式</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>Markers (M while recording) are also written beside the recording, as NAME.labels.txt: Audacity and others read it as a label track.</source>
   <translation>标记（录音时按 M）还会写到录音旁的 NAME.labels.txt 中：Audacity 等程序可将其读作标签轨道。</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>Of recordings from the next one on</source>
   <translation>从下一次录音起生效</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>One s&amp;ound at a time</source>
   <translation>一次只播放一个音效(&amp;O)</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>RECORDINGS</source>
   <translation>录音</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>Record into another folder</source>
   <translation>录到其他文件夹</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>Record into the folder with Syrinx's other data</source>
   <translation>录到 Syrinx 的数据文件夹</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>SOUNDBOARD</source>
   <translation>音效板</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>Small; at the device's own rate.</source>
   <translation>较小；使用设备自身的采样率。</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>The smallest; chats and browsers play it.</source>
   <translation>最小；聊天软件和浏览器都能播放。</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>What a recording holds; both are in step</source>
   <translation>录音包含的内容；两者同步</translation>
  </message>
  <message>
   <location filename="../../app/views/recording_page.py"></location>
   <source>{size} free, room for about {room}</source>
   <translation>可用 {size}，约可录 {room}</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>A number from 1024 to 65535 that no other program uses</source>
   <translation>1024 到 65535 之间、未被其他程序使用的数字</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Address with the token</source>
   <translation>带令牌的地址</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Addresses of pages, as http://localhost:8000, with spaces between</source>
   <translation>网页的地址，如 http://localhost:8000，用空格分隔</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Beginning of the OSC addresses, with the token</source>
   <translation>OSC 地址的开头，含令牌</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Copy</source>
   <translation>复制</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Copy the OSC address</source>
   <translation>复制 OSC 地址</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Copy the address</source>
   <translation>复制地址</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Copy the address with the token</source>
   <translation>复制带令牌的地址</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Copy the beginning of the OSC addresses</source>
   <translation>复制 OSC 地址的开头</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Hide</source>
   <translation>隐藏</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Let programs of this computer control Syrinx (WebSocket)</source>
   <translation>允许本机的程序控制 Syrinx (WebSocket)</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Listen for OSC, too</source>
   <translation>同时接收 OSC</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Make another token; the old one no longer works</source>
   <translation>生成新令牌；旧令牌失效</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Off unless you switch it on; only with the token, only from here</source>
   <translation>默认关闭；只接受本机带令牌的连接</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Other programs of this computer, such as Stream Deck, OBS or a script of your own, may do what the window can do. Nothing from outside this computer can connect, and nobody without the token. docs/control.md has the messages; “syrinx control” uses it from a terminal.</source>
   <translation>本机的其他程序，如 Stream Deck、OBS 或你自己的脚本，可以做窗口能做的事。本机之外无法连接，没有令牌也无法连接。消息说明见 docs/control.md；在终端可用“syrinx control”。</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Port</source>
   <translation>端口</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Port for OSC</source>
   <translation>OSC 端口</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Port of the WebSocket</source>
   <translation>WebSocket 端口</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Renew the token</source>
   <translation>更换令牌</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Show</source>
   <translation>显示</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Show the token</source>
   <translation>显示令牌</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>TOKEN</source>
   <translation>令牌</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>The same actions and knobs by OSC over UDP</source>
   <translation>通过 UDP 上的 OSC 使用同样的操作和旋钮</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>WEB PAGES</source>
   <translation>网页</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Web pages are refused, since any page you visit could try. If a panel of yours is a page (a dock of OBS, for instance), write here what its browser calls its origin.</source>
   <translation>网页的连接会被拒绝，因为你访问的任何网页都可能尝试。如果你的面板是网页（例如 OBS 的停靠面板），请在此填写浏览器所称的来源（origin）。</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Web pages that may connect</source>
   <translation>允许连接的网页</translation>
  </message>
  <message>
   <location filename="../../app/views/remote_page.py"></location>
   <source>Whoever knows the token can switch your microphone. Renew it when somebody has seen it: programs that use the old one are out.</source>
   <translation>知道令牌的人就能开关你的麦克风。令牌被人看到后请更换：使用旧令牌的程序将无法连接。</translation>
  </message>
  <message>
   <location filename="../../app/views/sections.py"></location>
   <source>Show or hide the controls of {name}</source>
   <translation>显示或隐藏“{name}”的控件</translation>
  </message>
  <message>
   <location filename="../../app/views/sections.py"></location>
   <source>{name}: show its controls</source>
   <translation>{name}：显示控件</translation>
  </message>
  <message>
   <location filename="../../app/views/settings_view.py"></location>
   <location filename="../../app/views/tabs.py"></location>
   <source>Pages; the arrow keys move along them</source>
   <translation>页面；用方向键切换</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Begin the integrated loudness, the range and the true peak from now on</source>
   <translation>从现在起重新计算综合响度、响度范围和真峰值</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Correlation</source>
   <translation>相关性</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Difference</source>
   <translation>差异</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Formants</source>
   <translation>共振峰</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Highest peak, also between the samples, in dBTP; keep it below −1</source>
   <translation>包括采样点之间的最高峰值，单位 dBTP；请保持在 −1 以下</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Integrated</source>
   <translation>综合</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Loudness of the last 0.4 s in LUFS</source>
   <translation>最近 0.4 s 的响度，单位 LUFS</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Loudness of the last 3 s in LUFS</source>
   <translation>最近 3 s 的响度，单位 LUFS</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Loudness of the {channel}: {figure}</source>
   <translation>{channel}响度：{figure}</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Loudness range in LU: how far soft and loud passages are apart</source>
   <translation>响度范围，单位 LU：轻响段落相差多少</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Loudness since the measurement began, without pauses (EBU R128), in LUFS</source>
   <translation>自测量开始以来的响度，不含停顿 (EBU R128)，单位 LUFS</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Measure &amp;anew</source>
   <translation>重新测量(&amp;A)</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Momentary</source>
   <translation>瞬时</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Range</source>
   <translation>范围</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Short-term</source>
   <translation>短期</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>True peak</source>
   <translation>真峰值</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>Waveform</source>
   <translation>波形</translation>
  </message>
  <message>
   <location filename="../../app/views/sound_pictures.py"></location>
   <source>measured for {clock}</source>
   <translation>已测量 {clock}</translation>
  </message>
  <message>
   <location filename="../../app/views/soundboard_page.py"></location>
   <source>Add sound files</source>
   <translation>添加声音文件</translation>
  </message>
  <message>
   <location filename="../../app/views/soundboard_page.py"></location>
   <source>Add...</source>
   <translation>添加...</translation>
  </message>
  <message>
   <location filename="../../app/views/soundboard_page.py"></location>
   <source>Choose sound files for new pads; they are copied</source>
   <translation>为新的音效键选择声音文件；文件会被复制</translation>
  </message>
  <message>
   <location filename="../../app/views/soundboard_page.py"></location>
   <source>Drop sound files here: each becomes a pad that others hear when you press it.</source>
   <translation>把声音文件拖到这里：每个文件成为一个音效键，按下时其他人就能听到。</translation>
  </message>
  <message>
   <location filename="../../app/views/soundboard_page.py"></location>
   <source>Fade out every sound of the soundboard (Esc)</source>
   <translation>淡出音效板的所有声音 (Esc)</translation>
  </message>
  <message>
   <location filename="../../app/views/soundboard_page.py"></location>
   <source>Level  {gain_db:+.1f} dB</source>
   <translation>电平  {gain_db:+.1f} dB</translation>
  </message>
  <message>
   <location filename="../../app/views/soundboard_page.py"></location>
   <source>Level of all pads</source>
   <translation>所有音效的电平</translation>
  </message>
  <message>
   <location filename="../../app/views/soundboard_page.py"></location>
   <source>Level of the soundboard</source>
   <translation>音效板电平</translation>
  </message>
  <message>
   <location filename="../../app/views/soundboard_page.py"></location>
   <source>Sound files (*.wav *.flac *.mp3 *.ogg *.opus *.aif *.aiff *.au *.caf *.w64);;All files (*)</source>
   <translation>声音文件 (*.wav *.flac *.mp3 *.ogg *.opus *.aif *.aiff *.au *.caf *.w64);;所有文件 (*)</translation>
  </message>
  <message>
   <location filename="../../app/views/soundboard_page.py"></location>
   <source>Sounds for the soundboard</source>
   <translation>音效板的声音</translation>
  </message>
  <message>
   <location filename="../../app/views/soundboard_page.py"></location>
   <source>Stop all</source>
   <translation>全部停止</translation>
  </message>
  <message>
   <location filename="../../app/views/spectrogram_view.py"></location>
   <source>Frequency over the last seconds, loudness as colour, with the pitch as a line.</source>
   <translation>最近几秒的频率，颜色表示响度，曲线为音高。</translation>
  </message>
  <message>
   <location filename="../../app/views/spectrogram_view.py"></location>
   <source>{name} spectrogram</source>
   <translation>{name}频谱图</translation>
  </message>
  <message>
   <location filename="../../app/views/studio_strip.py"></location>
   <source>Fold the strip</source>
   <translation>折叠</translation>
  </message>
  <message>
   <location filename="../../app/views/studio_strip.py"></location>
   <source>Mark what is being said now in the recording (M)</source>
   <translation>在录音中标记此刻所说的内容 (M)</translation>
  </message>
  <message>
   <location filename="../../app/views/studio_strip.py"></location>
   <source>Recording {length}</source>
   <translation>录音中 {length}</translation>
  </message>
  <message>
   <location filename="../../app/views/studio_strip.py"></location>
   <source>Saved {length} as {name}</source>
   <translation>已保存 {length}：{name}</translation>
  </message>
  <message>
   <location filename="../../app/views/studio_strip.py"></location>
   <source>Sounds that others hear when you press them</source>
   <translation>按下时其他人能听到的声音</translation>
  </message>
  <message>
   <location filename="../../app/views/studio_strip.py"></location>
   <source>Takes  {count}</source>
   <translation>录音片段  {count}</translation>
  </message>
  <message>
   <location filename="../../app/views/studio_strip.py"></location>
   <source>Unfold the soundboard and the takes</source>
   <translation>展开音效板和录音片段</translation>
  </message>
  <message>
   <location filename="../../app/views/studio_strip.py"></location>
   <source>Your last recordings</source>
   <translation>你最近的录音</translation>
  </message>
  <message>
   <location filename="../../app/views/studio_strip.py"></location>
   <source>room for {room}</source>
   <translation>可录 {room}</translation>
  </message>
  <message>
   <location filename="../../app/views/studio_strip.py"></location>
   <source>{size} free</source>
   <translation>可用 {size}</translation>
  </message>
  <message>
   <location filename="../../app/views/take_list.py"></location>
   <source>New name of the take</source>
   <translation>录音片段的新名称</translation>
  </message>
  <message>
   <location filename="../../app/views/take_list.py"></location>
   <source>Recordings appear here. Press Record (Ctrl+R) while the voice runs.</source>
   <translation>录音会显示在这里。声音运行时按“录音”(Ctrl+R)。</translation>
  </message>
  <message>
   <location filename="../../app/views/take_list.py"></location>
   <source>Recordings, newest first. Enter plays, F2 renames, Delete deletes.</source>
   <translation>录音，最新的在前。Enter 播放，F2 重命名，Delete 删除。</translation>
  </message>
  <message>
   <location filename="../../app/views/takes_page.py"></location>
   <source>Move the take to the trash (Delete)</source>
   <translation>把录音片段移到回收站 (Delete)</translation>
  </message>
  <message>
   <location filename="../../app/views/takes_page.py"></location>
   <source>Play the chosen take (Enter)</source>
   <translation>播放所选录音片段 (Enter)</translation>
  </message>
  <message>
   <location filename="../../app/views/takes_page.py"></location>
   <source>Rename</source>
   <translation>重命名</translation>
  </message>
  <message>
   <location filename="../../app/views/takes_page.py"></location>
   <source>Rename the take (F2)</source>
   <translation>重命名录音片段 (F2)</translation>
  </message>
  <message>
   <location filename="../../app/views/takes_page.py"></location>
   <source>Show in folder</source>
   <translation>在文件夹中显示</translation>
  </message>
  <message>
   <location filename="../../app/views/takes_page.py"></location>
   <source>Show the take in its folder</source>
   <translation>在文件夹中显示录音片段</translation>
  </message>
  <message>
   <location filename="../../app/views/takes_page.py"></location>
   <source>{name} cannot be moved to the trash. Delete it for good?</source>
   <translation>无法把 {name} 移到回收站。要永久删除吗？</translation>
  </message>
  <message>
   <location filename="../../app/views/time_strip.py"></location>
   <source>Last ten minutes: late blocks {times} times</source>
   <translation>最近十分钟：迟到的块 {times} 次</translation>
  </message>
  <message>
   <location filename="../../app/views/time_strip.py"></location>
   <source>Nothing was late.</source>
   <translation>没有迟到的块。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_bar.py"></location>
   <source>Add a folder</source>
   <translation>添加文件夹</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_bar.py"></location>
   <source>Add files</source>
   <translation>添加文件</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_bar.py"></location>
   <location filename="../../app/views/transcribe_empty.py"></location>
   <source>All recordings in a folder and below it</source>
   <translation>文件夹及其子文件夹中的所有录音</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_bar.py"></location>
   <source>Choose a folder...</source>
   <translation>选择文件夹...</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_bar.py"></location>
   <location filename="../../app/views/transcribe_empty.py"></location>
   <source>Choose recordings to transcribe (Ctrl+O)</source>
   <translation>选择要转写的录音（Ctrl+O）</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_bar.py"></location>
   <source>Leave out files that were transcribed in the same way and have not changed</source>
   <translation>略过以同样方式转写过且没有改动的文件</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_bar.py"></location>
   <source>New recordings in {folder} are transcribed by themselves.</source>
   <translation>{folder} 中的新录音会自动转写。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_bar.py"></location>
   <source>Says who speaks when; takes longer</source>
   <translation>标出谁在何时说话；耗时更长</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_bar.py"></location>
   <source>Skip what is done</source>
   <translation>跳过已完成的</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_bar.py"></location>
   <source>Tell speakers apart</source>
   <translation>区分说话人</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_bar.py"></location>
   <source>Transcribe by itself what comes into a folder</source>
   <translation>自动转写放入某个文件夹的录音</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_bar.py"></location>
   <source>Transcribes the files that are added from now on</source>
   <translation>用于此后添加的文件</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_bar.py"></location>
   <source>Watch</source>
   <translation>监视</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_bar.py"></location>
   <source>Watch {folder}</source>
   <translation>监视 {folder}</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_canvas.py"></location>
   <source>A click plays from there. Left and Right scroll, Home and End go to the ends, + and - zoom, Space plays and stops.</source>
   <translation>单击从该处播放。左右键滚动，Home 和 End 到两端，+ 和 - 缩放，空格键播放和停止。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_canvas.py"></location>
   <source>Picture of the recording</source>
   <translation>录音图像</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_canvas.py"></location>
   <source>Waveform and spectrogram of the recording, with its words on it.</source>
   <translation>录音的波形和频谱图，上面标有词语。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_dialogs.py"></location>
   <source>Again</source>
   <translation>重新转写</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_dialogs.py"></location>
   <source>Delete this transcript?</source>
   <translation>删除这份转写稿？</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_dialogs.py"></location>
   <source>Delete {count} transcripts?</source>
   <translation>删除 {count} 份转写稿？</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_dialogs.py"></location>
   <source>Files to transcribe</source>
   <translation>要转写的文件</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_dialogs.py"></location>
   <source>Keep both</source>
   <translation>两个都保留</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_dialogs.py"></location>
   <source>Keep both gives the new ones names that are free.</source>
   <translation>“两个都保留”会给新文件另取名字。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_dialogs.py"></location>
   <source>One of the files is there already.</source>
   <translation>其中一个文件已经存在。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_dialogs.py"></location>
   <location filename="../../app/views/transcribe_find.py"></location>
   <source>Replace</source>
   <translation>替换</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_dialogs.py"></location>
   <source>Sound files ({patterns});;All files (*)</source>
   <translation>声音文件 ({patterns});;所有文件 (*)</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_dialogs.py"></location>
   <source>Transcribe this file again?</source>
   <translation>重新转写这个文件？</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_dialogs.py"></location>
   <source>Transcribe {count} finished files again?</source>
   <translation>重新转写 {count} 个已完成的文件？</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_dialogs.py"></location>
   <source>What was corrected in it is lost, too. The recordings stay.</source>
   <translation>其中的修改也会丢失。录音会保留。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_dialogs.py"></location>
   <source>What you corrected is lost.</source>
   <translation>你的修改会丢失。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_dialogs.py"></location>
   <source>{count} of the files are there already.</source>
   <translation>其中 {count} 个文件已经存在。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <source>Choose a file at the left.</source>
   <translation>在左侧选择一个文件。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <source>Find and replace (Ctrl+F)</source>
   <translation>查找和替换（Ctrl+F）</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <source>Names of the speakers</source>
   <translation>说话人的名字</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <source>No speech was found in this file.</source>
   <translation>这个文件中没有找到语音。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <source>Place in the recording</source>
   <translation>录音中的位置</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <source>Play (Space)</source>
   <translation>播放（空格键）</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <source>Redo (Ctrl+Shift+Z)</source>
   <translation>重做（Ctrl+Shift+Z）</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <source>Shaded words are unsure.</source>
   <translation>带底色的词不太确定。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <source>Stop (Space)</source>
   <translation>停止（空格键）</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <source>This file is being transcribed. Its text stands here when it is done.</source>
   <translation>正在转写这个文件。完成后文字会显示在这里。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <source>This file waits for its turn. Its text stands here when it is done.</source>
   <translation>这个文件正在排队。完成后文字会显示在这里。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <source>This file was cancelled.</source>
   <translation>这个文件已取消。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <source>This transcript cannot be read: transcribe the file again.</source>
   <translation>无法读取这份转写稿：重新转写该文件即可。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <source>Transcribe this file again</source>
   <translation>重新转写这个文件</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <location filename="../../app/views/transcribe_files.py"></location>
   <source>Try again</source>
   <translation>重试</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <source>Undo (Ctrl+Z)</source>
   <translation>撤销（Ctrl+Z）</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_editor.py"></location>
   <source>Write this transcript, or all that are done (Ctrl+E)</source>
   <translation>写出这份或所有已完成的转写稿（Ctrl+E）</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_empty.py"></location>
   <source>Choose a folder</source>
   <translation>选择文件夹</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_empty.py"></location>
   <source>Everything happens on this machine: recordings and texts are sent nowhere, and recordings are not changed.</source>
   <translation>一切都在本机完成：录音和文字不会发送到任何地方，录音也不会被改动。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_empty.py"></location>
   <source>Let go to transcribe</source>
   <translation>松开即开始转写</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_empty.py"></location>
   <source>WAV, FLAC, OGG, Opus, MP3 and more; of any length. Folders are searched. Each file becomes text with times, which you can listen to, correct, and export as subtitles.</source>
   <translation>支持 WAV、FLAC、OGG、Opus、MP3 等格式，长度不限，文件夹会逐层查找。每个文件都会变成带时间的文字，可以对照收听、修改，并导出为字幕。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>Beside the recordings</source>
   <translation>录音旁边</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>CSV: a table of the segments</source>
   <translation>CSV：分段表格</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>Characters of a line</source>
   <translation>每行字符数</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>Characters of a line of subtitles</source>
   <translation>字幕每行的字符数</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>Choose the folder of transcripts</source>
   <translation>选择存放转写稿的文件夹</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>Choose...</source>
   <translation>选择...</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>Export all ({count})</source>
   <translation>全部导出（{count}）</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>Export this one</source>
   <translation>只导出这份</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>FORMATS</source>
   <translation>格式</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>In one folder</source>
   <translation>一个文件夹中</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>JSON: words, times, confidence</source>
   <translation>JSON：词、时间、置信度</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>Lines</source>
   <translation>行数</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>Lines of a subtitle</source>
   <translation>每条字幕的行数</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>Longest time of a subtitle, in seconds</source>
   <translation>每条字幕的最长时间，单位 s</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>SRT: subtitles for players</source>
   <translation>SRT：播放器字幕</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>SUBTITLES</source>
   <translation>字幕</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>Seconds at most</source>
   <translation>最长秒数</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>TXT: the bare text</source>
   <translation>TXT：纯文字</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>VTT: subtitles for browsers</source>
   <translation>VTT：浏览器字幕</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>WHERE TO</source>
   <translation>存到哪里</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>Where to</source>
   <translation>存到哪里</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>Where transcripts are written</source>
   <translation>转写稿写到哪里</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>Write every transcript of the list</source>
   <translation>写出列表中的所有转写稿</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>Write the transcript that is shown</source>
   <translation>写出正在显示的转写稿</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_export.py"></location>
   <source>Write this format</source>
   <translation>写出这种格式</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_files.py"></location>
   <source>Begin no further file; the one that runs is finished</source>
   <translation>不再开始新文件；正在转写的会完成</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_files.py"></location>
   <location filename="../../app/views/transcribe_search.py"></location>
   <source>Cancel</source>
   <translation>取消</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_files.py"></location>
   <source>Cancel, try again, to the front, remove, show in the folder</source>
   <translation>取消、重试、排到最前、移除、在文件夹中显示</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_files.py"></location>
   <source>FILES</source>
   <translation>文件</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_files.py"></location>
   <source>Go on with the files that wait</source>
   <translation>继续处理等待的文件</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_files.py"></location>
   <source>Paused. {summary}</source>
   <translation>已暂停。{summary}</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_files.py"></location>
   <source>Remove from the list</source>
   <translation>从列表中移除</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_files.py"></location>
   <source>Show in the folder</source>
   <translation>在文件夹中显示</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_files.py"></location>
   <source>To the front</source>
   <translation>排到最前</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_files.py"></location>
   <source>Transcribe again</source>
   <translation>重新转写</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_files.py"></location>
   <source>What can be done with the chosen files</source>
   <translation>可对所选文件做的操作</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_find.py"></location>
   <source>Capitals matter</source>
   <translation>区分大小写</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_find.py"></location>
   <source>Case</source>
   <translation>大小写</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_find.py"></location>
   <source>Close (Esc)</source>
   <translation>关闭（Esc）</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_find.py"></location>
   <source>Enter goes to the next place, Shift+Enter to the one before</source>
   <translation>回车到下一处，Shift+回车到上一处</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_find.py"></location>
   <source>Find</source>
   <translation>查找</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_find.py"></location>
   <source>Next (F3)</source>
   <translation>下一处（F3）</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_find.py"></location>
   <source>Not within longer words</source>
   <translation>不匹配更长词语的一部分</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_find.py"></location>
   <source>Nothing here takes out what was found</source>
   <translation>留空则删去找到的文字</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_find.py"></location>
   <source>Previous (Shift+F3)</source>
   <translation>上一处（Shift+F3）</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_find.py"></location>
   <source>Replace all</source>
   <translation>全部替换</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_find.py"></location>
   <source>Replace by</source>
   <translation>替换为</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_find.py"></location>
   <source>Replace every place in this transcript</source>
   <translation>替换这份转写稿中的每一处</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_find.py"></location>
   <source>Replace this place and go to the next</source>
   <translation>替换这一处并转到下一处</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_find.py"></location>
   <source>Whole words</source>
   <translation>全词</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_find.py"></location>
   <source>not found</source>
   <translation>未找到</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_find.py"></location>
   <source>{place} of {count}</source>
   <translation>{place} / {count}</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_list.py"></location>
   <source>Files to transcribe, in the order in which they came. Enter goes to the text, Delete removes a file from the list, the menu key shows what else can be done.</source>
   <translation>要转写的文件，按加入的顺序排列。回车转到文字，Delete 从列表中移除文件，菜单键显示其他操作。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_row.py"></location>
   <source>Enter keeps the text, Esc leaves it as it was</source>
   <translation>回车保存文字，Esc 保持原样</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_row.py"></location>
   <source>Text of the segment</source>
   <translation>这一段的文字</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_search.py"></location>
   <source>Look no further; what was found stays in the list</source>
   <translation>停止查找；已找到的留在列表中</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_search.py"></location>
   <source>Looking through {folder}: 1 recording so far</source>
   <translation>正在查找 {folder}：已找到 1 个录音</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_search.py"></location>
   <source>Looking through {folder}: {count:,} recordings so far</source>
   <translation>正在查找 {folder}：已找到 {count:,} 个录音</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_speakers.py"></location>
   <source>Name of speaker {number}</source>
   <translation>说话人 {number} 的名字</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_speakers.py"></location>
   <source>SPEAKERS</source>
   <translation>说话人</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_speakers.py"></location>
   <source>Stands in the text and in exports</source>
   <translation>显示在文字和导出文件中</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_text.py"></location>
   <source>Edit</source>
   <translation>编辑</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_text.py"></location>
   <source>New speaker</source>
   <translation>新的说话人</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_text.py"></location>
   <source>Speaker</source>
   <translation>说话人</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_text.py"></location>
   <source>Text</source>
   <translation>文字</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_text.py"></location>
   <source>The transcript. Up and Down go from segment to segment, Left and Right from word to word; Space plays from there and stops, Enter or F2 edits, Delete deletes a segment. Words that are shaded are unsure.</source>
   <translation>转写稿。上下键逐段移动，左右键逐词移动；空格键从该处播放和停止，回车或 F2 编辑，Delete 删除一段。带底色的词不太确定。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_view.py"></location>
   <source>1 place was replaced.</source>
   <translation>已替换 1 处。</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_view.py"></location>
   <source>Folder of transcripts</source>
   <translation>转写稿文件夹</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_view.py"></location>
   <source>Folder to transcribe</source>
   <translation>要转写的文件夹</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_view.py"></location>
   <source>Folder to watch</source>
   <translation>要监视的文件夹</translation>
  </message>
  <message>
   <location filename="../../app/views/transcribe_view.py"></location>
   <source>{count} places were replaced.</source>
   <translation>已替换 {count} 处。</translation>
  </message>
  <message>
   <location filename="../../app/views/transport.py"></location>
   <source>&amp;Bypass</source>
   <translation>旁通(&amp;B)</translation>
  </message>
  <message>
   <location filename="../../app/views/transport.py"></location>
   <source>&amp;Record</source>
   <translation>录音(&amp;R)</translation>
  </message>
  <message>
   <location filename="../../app/views/transport.py"></location>
   <source>&amp;Start</source>
   <translation>开始(&amp;S)</translation>
  </message>
  <message>
   <location filename="../../app/views/transport.py"></location>
   <source>&amp;Stop</source>
   <translation>停止(&amp;S)</translation>
  </message>
  <message>
   <location filename="../../app/views/transport.py"></location>
   <source>Blocks that came too late and were faded over</source>
   <translation>来得太晚、已被淡化掩盖的块</translation>
  </message>
  <message>
   <location filename="../../app/views/transport.py"></location>
   <source>Bypassed: your own voice goes through</source>
   <translation>已旁通：直接输出你自己的声音</translation>
  </message>
  <message>
   <location filename="../../app/views/transport.py"></location>
   <source>Choose a voice on the left.</source>
   <translation>在左侧选择一个声音。</translation>
  </message>
  <message>
   <location filename="../../app/views/transport.py"></location>
   <source>Delay from microphone to ear. Click: parts</source>
   <translation>从麦克风到耳朵的延迟。点击查看组成</translation>
  </message>
  <message>
   <location filename="../../app/views/transport.py"></location>
   <source>Engine load</source>
   <translation>引擎负载</translation>
  </message>
  <message>
   <location filename="../../app/views/transport.py"></location>
   <source>Late blocks</source>
   <translation>迟到的块</translation>
  </message>
  <message>
   <location filename="../../app/views/transport.py"></location>
   <source>Let your own voice through, at the same delay (B)</source>
   <translation>以相同延迟输出你自己的声音 (B)</translation>
  </message>
  <message>
   <location filename="../../app/views/transport.py"></location>
   <source>No voice</source>
   <translation>没有声音</translation>
  </message>
  <message>
   <location filename="../../app/views/transport.py"></location>
   <source>Opening the devices …</source>
   <translation>正在打开设备…</translation>
  </message>
  <message>
   <location filename="../../app/views/transport.py"></location>
   <source>Record input and output to {folder} (Ctrl+R)</source>
   <translation>将输入和输出录制到 {folder} (Ctrl+R)</translation>
  </message>
  <message>
   <location filename="../../app/views/transport.py"></location>
   <source>Share of the time that the engine computes</source>
   <translation>引擎计算所占的时间比例</translation>
  </message>
  <message>
   <location filename="../../app/views/transport.py"></location>
   <source>Start or stop the voice (Space)</source>
   <translation>开始或停止声音 (空格)</translation>
  </message>
  <message>
   <location filename="../../app/views/transport.py"></location>
   <source>Stop recording to {path}</source>
   <translation>停止录制到 {path}</translation>
  </message>
  <message>
   <location filename="../../app/views/virtual_mic_page.py"></location>
   <source>&amp;Make virtual microphone</source>
   <translation>创建虚拟麦克风(&amp;M)</translation>
  </message>
  <message>
   <location filename="../../app/views/virtual_mic_page.py"></location>
   <source>&amp;Remove it</source>
   <translation>移除(&amp;R)</translation>
  </message>
  <message>
   <location filename="../../app/views/virtual_mic_page.py"></location>
   <source>&amp;Use it</source>
   <translation>使用它(&amp;U)</translation>
  </message>
  <message>
   <location filename="../../app/views/virtual_mic_page.py"></location>
   <source>&amp;Use {name}</source>
   <translation>使用 {name}(&amp;U)</translation>
  </message>
  <message>
   <location filename="../../app/views/virtual_mic_page.py"></location>
   <source>It is there, and Syrinx plays into it. Choose “{name}” as the microphone in the other program. It is removed when you quit Syrinx.</source>
   <translation>已创建，Syrinx 正向它播放。在其他程序中选择“{name}”作为麦克风。退出 Syrinx 时会移除。</translation>
  </message>
  <message>
   <location filename="../../app/views/virtual_mic_page.py"></location>
   <source>It is there, but Syrinx plays to another output.</source>
   <translation>已创建，但 Syrinx 正播放到另一个输出。</translation>
  </message>
  <message>
   <location filename="../../app/views/virtual_mic_page.py"></location>
   <source>MICROPHONE PERMISSION</source>
   <translation>麦克风权限</translation>
  </message>
  <message>
   <location filename="../../app/views/virtual_mic_page.py"></location>
   <source>No virtual cable was found. Install {name} once, in three steps:</source>
   <translation>没有找到虚拟线缆。只需安装一次 {name}，共三步：</translation>
  </message>
  <message>
   <location filename="../../app/views/virtual_mic_page.py"></location>
   <source>One moment…</source>
   <translation>请稍候…</translation>
  </message>
  <message>
   <location filename="../../app/views/virtual_mic_page.py"></location>
   <source>Other programs can then choose “Syrinx”</source>
   <translation>之后其他程序就能选择“Syrinx”</translation>
  </message>
  <message>
   <location filename="../../app/views/virtual_mic_page.py"></location>
   <source>Other programs hear your changed voice through a virtual microphone: Syrinx plays into it, and you choose it as the microphone in the game, the call or OBS.</source>
   <translation>其他程序通过虚拟麦克风听到你变声后的声音：Syrinx 向它播放，你在游戏、通话或 OBS 中把它选作麦克风。</translation>
  </message>
  <message>
   <location filename="../../app/views/virtual_mic_page.py"></location>
   <source>STATE</source>
   <translation>状态</translation>
  </message>
  <message>
   <location filename="../../app/views/virtual_mic_page.py"></location>
   <source>Syrinx plays into {name}. Choose “{microphone}” as the microphone in the other program.</source>
   <translation>Syrinx 正向 {name} 播放。在其他程序中选择“{microphone}”作为麦克风。</translation>
  </message>
  <message>
   <location filename="../../app/views/virtual_mic_page.py"></location>
   <source>Take it away again</source>
   <translation>再次移除</translation>
  </message>
  <message>
   <location filename="../../app/views/virtual_mic_page.py"></location>
   <source>There is none yet.</source>
   <translation>还没有虚拟麦克风。</translation>
  </message>
  <message>
   <location filename="../../app/views/virtual_mic_page.py"></location>
   <source>You do not hear yourself then. If you want to, switch on “Hear myself” in the Devices tab of the Live area and choose your headphones.</source>
   <translation>这时你听不到自己。如需监听，请在“实时”区域的“设备”标签中打开“监听自己”，并选择你的耳机。</translation>
  </message>
  <message>
   <location filename="../../app/views/virtual_mic_page.py"></location>
   <source>{name} is installed.</source>
   <translation>{name} 已安装。</translation>
  </message>
  <message>
   <location filename="../../app/views/voice_picker.py"></location>
   <source>Clear the search</source>
   <translation>清除搜索</translation>
  </message>
  <message>
   <location filename="../../app/views/voice_picker.py"></location>
   <source>Only effects, which need no network</source>
   <translation>仅效果，不需要神经网络</translation>
  </message>
  <message>
   <location filename="../../app/views/voice_picker.py"></location>
   <source>Only voices of networks</source>
   <translation>仅神经网络声音</translation>
  </message>
  <message>
   <location filename="../../app/views/voice_picker.py"></location>
   <source>The voice that speaks; it changes while it runs, too</source>
   <translation>正在使用的声音；运行时也可更换</translation>
  </message>
  <message>
   <location filename="../../app/views/voice_picker.py"></location>
   <source>There are no voices of this kind yet.</source>
   <translation>还没有此类声音。</translation>
  </message>
  <message>
   <location filename="../../app/views/voice_picker.py"></location>
   <source>VOICE</source>
   <translation>声音</translation>
  </message>
  <message>
   <location filename="../../app/virtual_cable.py"></location>
   <source>Download BlackHole 2ch (free) from existential.audio/blackhole, or: brew install blackhole-2ch.</source>
   <translation>从 existential.audio/blackhole 下载 BlackHole 2ch（免费），或运行 brew install blackhole-2ch。</translation>
  </message>
  <message>
   <location filename="../../app/virtual_cable.py"></location>
   <source>Download VB-CABLE (free) from vb-audio.com/Cable and unpack it.</source>
   <translation>从 vb-audio.com/Cable 下载 VB-CABLE（免费）并解压。</translation>
  </message>
  <message>
   <location filename="../../app/virtual_cable.py"></location>
   <source>Open the package, follow it, and enter your password when macOS asks.</source>
   <translation>打开安装包，按提示操作，并在 macOS 要求时输入密码。</translation>
  </message>
  <message>
   <location filename="../../app/virtual_cable.py"></location>
   <source>Restart Windows. Syrinx then finds “CABLE Input” by itself.</source>
   <translation>重新启动 Windows。之后 Syrinx 会自动找到“CABLE Input”。</translation>
  </message>
  <message>
   <location filename="../../app/virtual_cable.py"></location>
   <source>Restart the Mac. Syrinx then finds “BlackHole 2ch” by itself.</source>
   <translation>重新启动 Mac。之后 Syrinx 会自动找到“BlackHole 2ch”。</translation>
  </message>
  <message>
   <location filename="../../app/virtual_cable.py"></location>
   <source>Right-click VBCABLE_Setup_x64, choose “Run as administrator”, then “Install Driver”.</source>
   <translation>右键单击 VBCABLE_Setup_x64，选择“以管理员身份运行”，再点“Install Driver”。</translation>
  </message>
  <message>
   <location filename="../../app/virtual_cable.py"></location>
   <source>macOS asks once whether Syrinx may use the microphone. If you said no, Syrinx hears only silence: open System Settings &gt; Privacy &amp; Security &gt; Microphone, switch Syrinx on (or the Terminal, when you started it there), and start Syrinx again.</source>
   <translation>macOS 会询问一次是否允许 Syrinx 使用麦克风。如果你选了“不允许”，Syrinx 就听不到声音：请打开“系统设置 &gt; 隐私与安全性 &gt; 麦克风”，打开 Syrinx（若从终端启动，则打开“终端”），再重新启动 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../app/virtual_mic.py"></location>
   <source>No sound server runs: start PipeWire (with pipewire-pulse) or PulseAudio.</source>
   <translation>没有运行声音服务器：请启动 PipeWire（含 pipewire-pulse）或 PulseAudio。</translation>
  </message>
  <message>
   <location filename="../../app/virtual_mic.py"></location>
   <source>The sound server does not make the virtual microphone ({0}): update PipeWire or PulseAudio, or restart it.</source>
   <extracomment>{0} = words[0]</extracomment>
   <translation>声音服务器没有创建虚拟麦克风（{0}）：请更新 PipeWire 或 PulseAudio，或重新启动它。</translation>
  </message>
  <message>
   <location filename="../../app/virtual_mic.py"></location>
   <source>Windows and macOS need a virtual cable, which you install once.</source>
   <translation>Windows 和 macOS 需要虚拟线缆，只需安装一次。</translation>
  </message>
  <message>
   <location filename="../../app/virtual_mic.py"></location>
   <source>pactl is missing: install pulseaudio-utils (Debian and Ubuntu: `sudo apt install pulseaudio-utils`).</source>
   <translation>缺少 pactl：请安装 pulseaudio-utils（Debian 和 Ubuntu：`sudo apt install pulseaudio-utils`）。</translation>
  </message>
  <message>
   <location filename="../../app/voice_adapter.py"></location>
   <source>A tensor of the voice's adapter has an impossible name.</source>
   <translation>声音适配器中有张量的名称无效。</translation>
  </message>
  <message>
   <location filename="../../app/voice_adapter.py"></location>
   <source>A voice's adapter has at most {0} numbers.</source>
   <extracomment>{0} = MAX_NUMBERS</extracomment>
   <translation>声音的适配器最多含 {0} 个数值。</translation>
  </message>
  <message>
   <location filename="../../app/voice_adapter.py"></location>
   <source>A voice's adapter must name the SHA-256 of its decoder.</source>
   <translation>声音的适配器必须给出其解码器的 SHA-256。</translation>
  </message>
  <message>
   <location filename="../../app/voice_adapter.py"></location>
   <source>A voice's adapter needs 1 to {0} tensors.</source>
   <extracomment>{0} = MAX_TENSORS</extracomment>
   <translation>声音的适配器需要 1 到 {0} 个张量。</translation>
  </message>
  <message>
   <location filename="../../app/voice_adapter.py"></location>
   <source>A voice's adapter needs finite numbers.</source>
   <translation>声音的适配器只能含有限数值。</translation>
  </message>
  <message>
   <location filename="../../app/voice_adapter.py"></location>
   <source>its adapter is cut short.</source>
   <translation>其适配器被截断。</translation>
  </message>
  <message>
   <location filename="../../app/voice_adapter.py"></location>
   <source>its adapter is damaged.</source>
   <translation>其适配器已损坏。</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>A picture of a voice must be a PNG or JPEG file.</source>
   <translation>声音的图片必须是 PNG 或 JPEG 文件。</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>A voice cannot have a file of that name.</source>
   <translation>声音不能含有这个名称的文件。</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>A voice cannot have a file {0}, only {1}.</source>
   <extracomment>{0} = name, {1} = ', '.join(sorted(MAX_BYTES))</extracomment>
   <translation>声音不能含有文件 {0}，只能有 {1}。</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>A voice has one picture.</source>
   <translation>一个声音只有一张图片。</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>Cannot read the picture {0}: {1}.</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation>无法读取图片 {0}：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The file {0} of a voice is too large.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation>声音的文件 {0} 太大。</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The file {0} of a voice needs a SHA-256.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation>声音的文件 {0} 需要 SHA-256。</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The file {0} of a voice needs a size.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation>声音的文件 {0} 需要注明大小。</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The {0} "{1}" cannot be read: {2}.</source>
   <extracomment>{0} = _WHAT[item.name], {1} = path, {2} = reason(error)</extracomment>
   <translation>无法读取{0}“{1}”：{2}。</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The {0} "{1}" was altered or cut short.</source>
   <extracomment>{0} = _WHAT[item.name], {1} = path</extracomment>
   <translation>{0}“{1}”已被改动或截断。</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The {0} has {1} MB; {2} MB is the most.</source>
   <extracomment>{0} = _WHAT[name], {1} = len(data) / 1000000.0, {2} = MAX_BYTES[name] / 1000000.0</extracomment>
   <translation>{0}有 {1} MB；最多 {2} MB。</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The {0} is not {1}.</source>
   <extracomment>{0} = _WHAT[name], {1} = _FORM[name]</extracomment>
   <translation>{0}不是 {1}。</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>There is no picture file {0}.</source>
   <extracomment>{0} = path</extracomment>
   <translation>没有图片文件 {0}。</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>a FLAC file</source>
   <translation>FLAC 文件</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>a JPEG file</source>
   <translation>JPEG 文件</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>a PNG file</source>
   <translation>PNG 文件</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>consent recording</source>
   <translation>同意录音</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>its list of files is damaged.</source>
   <translation>其文件列表已损坏。</translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>picture</source>
   <translation>图片</translation>
  </message>
  <message>
   <location filename="../../app/voice_bank.py"></location>
   <source>A voice's bank must name the SHA-256 of its content encoder.</source>
   <translation>声音的检索库必须给出其内容编码器的 SHA-256。</translation>
  </message>
  <message>
   <location filename="../../app/voice_bank.py"></location>
   <source>A voice's bank needs 1 to {0} frames that are not zero.</source>
   <extracomment>{0} = MAX_FRAMES</extracomment>
   <translation>声音的检索库需要 1 到 {0} 个非零帧。</translation>
  </message>
  <message>
   <location filename="../../app/voice_bank.py"></location>
   <source>A voice's bank needs frames of {0} small integers.</source>
   <extracomment>{0} = CONTENT_CHANNELS</extracomment>
   <translation>声音的检索库的每帧需要 {0} 个小整数。</translation>
  </message>
  <message>
   <location filename="../../app/voice_bank.py"></location>
   <source>its bank is cut short.</source>
   <translation>其检索库被截断。</translation>
  </message>
  <message>
   <location filename="../../app/voice_bank.py"></location>
   <source>its bank is damaged.</source>
   <translation>其检索库已损坏。</translation>
  </message>
  <message>
   <location filename="../../app/voice_design.py"></location>
   <source>"{0}" and "{1}" are opposites; nothing is between.</source>
   <extracomment>{0} = first.name, {1} = second.name</extracomment>
   <translation>“{0}”和“{1}”正好相反；两者之间没有声音。</translation>
  </message>
  <message>
   <location filename="../../app/voice_design.py"></location>
   <source>"{0}" is an effect; only neural voices can be redesigned.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation>“{0}”是效果声音；只有神经声音可以重新设计。</translation>
  </message>
  <message>
   <location filename="../../app/voice_design.py"></location>
   <source>Every voice with these sliders comes too near to a real speaker's; choose less extreme values or another seed.</source>
   <translation>这些滑块下的声音都与真实说话人太接近；请选择不那么极端的值，或换一个种子。</translation>
  </message>
  <message>
   <location filename="../../app/voice_design.py"></location>
   <source>The seed must be a whole number from 0 up.</source>
   <translation>种子必须是不小于 0 的整数。</translation>
  </message>
  <message>
   <location filename="../../app/voice_design.py"></location>
   <source>The share of the second voice must lie between 0 and 1.</source>
   <translation>第二个声音的比例必须在 0 到 1 之间。</translation>
  </message>
  <message>
   <location filename="../../app/voice_design.py"></location>
   <source>The slider {0} goes from {1} to {2}{3}, not to {4}.</source>
   <extracomment>{0} = key, {1} = attribute.low, {2} = attribute.high, {3} = unit, {4} = value</extracomment>
   <translation>滑块 {0} 的范围是 {1} 到 {2}{3}，不能是 {4}。</translation>
  </message>
  <message>
   <location filename="../../app/voice_design.py"></location>
   <source>The voice "{0}" was made with another speaker encoder; make it again first.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation>声音“{0}”是用另一个说话人编码器制作的；请先重新制作。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>A consent recording needs the record that says who agreed and to what.</source>
   <translation>同意录音需要附有记录，说明谁同意了什么。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>That name cannot be one of a file.</source>
   <translation>这个名称不能用作文件名。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>The consent recording is not the one that the consent record names.</source>
   <translation>同意录音不是同意记录所指的那一个。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>The files of the voice "{0}" are not those of its profile.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation>声音“{0}”的文件与其声音文件所列的不符。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>The manifest in {0} is damaged.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 中的清单已损坏。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>The recording that the consent record names is missing.</source>
   <translation>缺少同意记录所指的录音。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>its files are not those that its profile names.</source>
   <translation>其文件与声音文件所列的不符。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} does not hold the files that its manifest names.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 中没有其清单所列的文件。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} has format {1}; this version reads up to format {2}, so update Syrinx.</source>
   <extracomment>{0} = path, {1} = _small(repr(form)), {2} = EXCHANGE_FORMAT</extracomment>
   <translation>{0} 的格式是 {1}；此版本最多读取格式 {2}，请更新 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} holds a link and was refused.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 含有链接，已拒绝。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} holds an entry twice and was refused.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 含有重复的条目，已拒绝。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} holds the unsafe path {1} and was refused.</source>
   <extracomment>{0} = path, {1} = _shown(entry)</extracomment>
   <translation>{0} 含有不安全的路径 {1}，已拒绝。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} holds too many files to be a voice file.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 含有的文件太多，不可能是声音文件。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} holds {1}, which no voice file has.</source>
   <extracomment>{0} = path, {1} = _shown(entry)</extracomment>
   <translation>{0} 含有 {1}，声音文件中不会有它。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} in {1} was altered or cut short: its checksum does not fit.</source>
   <extracomment>{0} = name, {1} = path</extracomment>
   <translation>{1} 中的 {0} 已被改动或截断：校验和不符。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} is encrypted; a voice file never is.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 已加密；声音文件从不加密。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} is not a voice file or is damaged.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 不是声音文件，或已损坏。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} is not a voice file: it holds no {1}.</source>
   <extracomment>{0} = path, {1} = VOICE_FILE</extracomment>
   <translation>{0} 不是声音文件：其中没有 {1}。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} is packed in a way that a voice file never is.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 的压缩方式与声音文件不符。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} is too large to be a voice file.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 太大，不可能是声音文件。</translation>
  </message>
  <message>
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} was refused: {1}.</source>
   <extracomment>{0} = path, {1} = _small(str(error)).rstrip('.')</extracomment>
   <translation>{0} 已被拒绝：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/voice_files.py"></location>
   <source>The voice profile {0} cannot be used: {1}.</source>
   <extracomment>{0} = source, {1} = why</extracomment>
   <translation>无法使用声音文件 {0}：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/voice_files.py"></location>
   <source>The voice profile {0} has format {1}; this version reads format {2}, so update Syrinx.</source>
   <extracomment>{0} = source, {1} = form, {2} = FORMAT</extracomment>
   <translation>声音文件 {0} 的格式是 {1}；此版本读取格式 {2}，请更新 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../app/voice_files.py"></location>
   <source>The voice profile {0} is damaged.</source>
   <extracomment>{0} = source</extracomment>
   <translation>声音文件 {0} 已损坏。</translation>
  </message>
  <message>
   <location filename="../../app/voice_files.py"></location>
   <source>The voice profile {0} was altered or cut short: its checksum does not fit.</source>
   <extracomment>{0} = source</extracomment>
   <translation>声音文件 {0} 已被改动或截断：校验和不符。</translation>
  </message>
  <message>
   <location filename="../../app/voice_folder.py"></location>
   <source>The profile {0} is damaged.</source>
   <extracomment>{0} = path</extracomment>
   <translation>声音文件 {0} 已损坏。</translation>
  </message>
  <message>
   <location filename="../../app/voice_folder.py"></location>
   <location filename="../../app/voice_sources.py"></location>
   <source>The voice profile {0} is too large to be one.</source>
   <extracomment>{0} = path</extracomment>
   <translation>声音文件 {0} 太大，不可能是声音文件。</translation>
  </message>
  <message>
   <location filename="../../app/voice_mixture.py"></location>
   <source>"{0}" is an effect; only neural voices can be mixed.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation>“{0}”是效果声音；只有神经声音可以混合。</translation>
  </message>
  <message>
   <location filename="../../app/voice_mixture.py"></location>
   <source>Put the morph between two different voices to keep it as a voice.</source>
   <translation>请在两个不同的声音之间设置渐变，才能存为声音。</translation>
  </message>
  <message>
   <location filename="../../app/voice_mixture.py"></location>
   <source>The voice "{0}" has neither a consent nor a licence, so nothing can be made from it.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation>声音“{0}”既无同意声明也无许可，因此不能用它制作任何声音。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>A tag has up to {0} characters, without control characters.</source>
   <extracomment>{0} = MAX_TAG</extracomment>
   <translation>标签最多 {0} 个字符，不能含有控制字符。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>A voice has up to {0} tags.</source>
   <extracomment>{0} = MAX_TAGS</extracomment>
   <translation>一个声音最多有 {0} 个标签。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>A voice must be a JSON object.</source>
   <translation>声音必须是 JSON 对象。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>A {0} needs a name of 1 to {1} characters.</source>
   <extracomment>{0} = of, {1} = MAX_NAME</extracomment>
   <translation>{0}需要 1 到 {1} 个字符的名称。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The colour of the voice "{0}" must look like #7a8ca3.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation>声音“{0}”的颜色必须写成 #7a8ca3 这样。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The effect voice "{0}" must name its effect.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation>效果声音“{0}”必须指明其效果。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The field "files" must be a list.</source>
   <translation>字段“files”必须是列表。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The field "tags" must be a list of texts.</source>
   <translation>字段“tags”必须是文字列表。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The field "{0}" is missing.</source>
   <extracomment>{0} = name</extracomment>
   <translation>缺少字段“{0}”。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The field "{0}" must be a number.</source>
   <extracomment>{0} = name</extracomment>
   <translation>字段“{0}”必须是数字。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The field "{0}" must be a text.</source>
   <extracomment>{0} = name</extracomment>
   <translation>字段“{0}”必须是文字。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The flutter of the voice "{0}" is outside 0 to 0.1.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation>声音“{0}”的抖动超出 0 到 0.1 的范围。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The median F0 of the voice "{0}" is outside 30 to 1000 Hz.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation>声音“{0}”的 F0 中位数超出 30 到 1000 Hz 的范围。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The name of a {0} cannot contain control characters.</source>
   <extracomment>{0} = of</extracomment>
   <translation>{0}的名称不能含有控制字符。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The neural voice "{0}" cannot name an effect.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation>神经声音“{0}”不能指定效果。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The provenance of a voice has up to {0} characters.</source>
   <extracomment>{0} = MAX_PROVENANCE</extracomment>
   <translation>声音的来源说明最多 {0} 个字符。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The provenance of a voice must be JSON values.</source>
   <translation>声音的来源说明必须是 JSON 值。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The voice "{0}" has the unknown kind {1}.</source>
   <extracomment>{0} = self.name, {1} = self.kind</extracomment>
   <translation>声音“{0}”的类型 {1} 未知。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The voice "{0}" names a file twice.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation>声音“{0}”重复列出了同一个文件。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>The voice "{0}" needs a speaker embedding of {1} finite numbers and length 1.</source>
   <extracomment>{0} = name, {1} = EMBEDDING_SIZE</extracomment>
   <translation>声音“{0}”的说话人嵌入需要 {1} 个有限数值，且长度为 1。</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>speaker</source>
   <translation>说话人</translation>
  </message>
  <message>
   <location filename="../../app/voice_model.py"></location>
   <source>voice</source>
   <translation>声音</translation>
  </message>
  <message>
   <location filename="../../app/voice_sources.py"></location>
   <source>"{0}" is built in and cannot be stored as your own voice.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation>“{0}”是内置声音，不能存为你自己的声音。</translation>
  </message>
  <message>
   <location filename="../../app/voice_sources.py"></location>
   <source>The voice "{0}" cannot be stored without a note of the consent of the person whose voice it is.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation>没有注明声音本人的同意，不能保存声音“{0}”。</translation>
  </message>
  <message>
   <location filename="../../app/voice_sources.py"></location>
   <source>The voice profile {0} belongs in a folder named {1}; rename its folder.</source>
   <extracomment>{0} = path, {1} = voice.id</extracomment>
   <translation>声音文件 {0} 应位于名为 {1} 的文件夹中；请重命名其文件夹。</translation>
  </message>
  <message>
   <location filename="../../app/voice_sources.py"></location>
   <source>The voice profile {0} cannot be read: {1}.</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation>无法读取声音文件 {0}：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/voice_sources.py"></location>
   <source>Voices in {0} cannot be read: {1}.</source>
   <extracomment>{0} = self._folder, {1} = reason(error)</extracomment>
   <translation>无法读取 {0} 中的声音：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/voice_tuning.py"></location>
   <source>Fine-tuning has no setting {0}.</source>
   <extracomment>{0} = unknown[0]</extracomment>
   <translation>微调没有设置项 {0}。</translation>
  </message>
  <message>
   <location filename="../../app/voice_tuning.py"></location>
   <source>{0} was replaced: reinstall Syrinx.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 已被替换：请重新安装 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>"{0}" is an effect that every Syrinx has; there is nothing to export.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation>“{0}”是每个 Syrinx 都有的效果声音；没有可导出的内容。</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>"{0}" is an effect, of which there can be no copy.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation>“{0}”是效果声音，不能复制。</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>"{0}" is built in and cannot be removed.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation>“{0}”是内置声音，不能删除。</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>"{0}" is built in and cannot be {1}.</source>
   <extracomment>{0} = voice.name, {1} = done</extracomment>
   <translation>“{0}”是内置声音，不能{1}。</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>Cannot remove the voice "{0}": {1}.</source>
   <extracomment>{0} = id_or_name, {1} = reason(error)</extracomment>
   <translation>无法删除声音“{0}”：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>Cannot store the voice "{0}" in {1}: {2}.</source>
   <extracomment>{0} = voice.name, {1} = self.folder, {2} = reason(error)</extracomment>
   <translation>无法将声音“{0}”保存到 {1}：{2}。</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>Several voices are called "{0}"; use one of the ids {1}.</source>
   <extracomment>{0} = id_or_name, {1} = ids</extracomment>
   <translation>有多个声音名为“{0}”；请使用其中一个 ID：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>The voice "{0}" has no version "{1}"; see: syrinx voices versions {2}.</source>
   <extracomment>{0} = voice.name, {1} = version, {2} = voice.id</extracomment>
   <translation>声音“{0}”没有版本“{1}”；参见：syrinx voices versions {2}。</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>The voice "{0}" is too large to be stored.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation>声音“{0}”太大，无法保存。</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>There already is a voice "{0}"; take another name, or replace it.</source>
   <extracomment>{0} = voice.id</extracomment>
   <translation>已有名为“{0}”的声音；请换一个名称，或替换它。</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>There is no voice "{0}"; did you mean {1}?</source>
   <extracomment>{0} = id_or_name, {1} = meant</extracomment>
   <translation>没有名为“{0}”的声音；是不是 {1}？</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>There is no voice "{0}"; see: syrinx voices.</source>
   <extracomment>{0} = id_or_name</extracomment>
   <translation>没有名为“{0}”的声音；参见：syrinx voices。</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>changed</source>
   <translation>修改</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>measured</source>
   <translation>统计占用空间</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>renamed</source>
   <translation>重命名</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>restored</source>
   <translation>恢复旧版本</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>tagged</source>
   <translation>添加标签</translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>{0} exists already; choose another name, or use --force.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 已存在；请换一个名称，或使用 --force。</translation>
  </message>
  <message>
   <location filename="../../dsp/auto_level.py"></location>
   <source>The limits of the automatic level cannot be negative.</source>
   <translation>自动电平的限值不能为负。</translation>
  </message>
  <message>
   <location filename="../../dsp/base.py"></location>
   <source>A delay cannot be negative, and {0} samples were asked for.</source>
   <extracomment>{0} = samples</extracomment>
   <translation>延迟不能为负，而所要求的是 {0} 个采样。</translation>
  </message>
  <message>
   <location filename="../../dsp/base.py"></location>
   <source>A sample rate of {0} Hz is not supported: use 8000 to 192000 Hz.</source>
   <extracomment>{0} = sample_rate</extracomment>
   <translation>不支持 {0} Hz 的采样率：请使用 8000 到 192000 Hz。</translation>
  </message>
  <message>
   <location filename="../../dsp/base.py"></location>
   <source>{0} needs one channel in multiples of {1} samples, not an array of shape {2}.</source>
   <extracomment>{0} = type(self).__name__, {1} = self._block_size, {2} = block.shape</extracomment>
   <translation>{0} 需要单声道且长度为 {1} 个采样的倍数，而不是形状为 {2} 的数组。</translation>
  </message>
  <message>
   <location filename="../../dsp/chain.py"></location>
   <source>A chain needs processors of one sample rate, not {0}; wrap the odd ones in Resampled.</source>
   <extracomment>{0} = ' and '.join((f'{rate} Hz' for rate in rates)) or 'an empty list'</extracomment>
   <translation>处理链需要采样率相同的处理器，而不是 {0}；请用 Resampled 包装不同的那些。</translation>
  </message>
  <message>
   <location filename="../../dsp/chain.py"></location>
   <source>Blocks of {0} samples do not fit a processor that takes multiples of {1}.</source>
   <extracomment>{0} = block_size, {1} = inner.block_size</extracomment>
   <translation>{0} 个采样的块与要求 {1} 的倍数的处理器不符。</translation>
  </message>
  <message>
   <location filename="../../dsp/compressor.py"></location>
   <source>A compressor needs a ratio of at least 1, a knee of at least 0 dB and times above 0 ms.</source>
   <translation>压缩器的压缩比至少为 1，拐点至少为 0 dB，时间须大于 0 ms。</translation>
  </message>
  <message>
   <location filename="../../dsp/de_esser.py"></location>
   <source>The de-esser's band must begin above 0 Hz.</source>
   <translation>去齿音的频段必须从 0 Hz 以上开始。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>A growl from below.</source>
   <translation>来自地底的低吼。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>A record from long ago.</source>
   <translation>很久以前的唱片。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>A synthesizer speaks your words.</source>
   <translation>合成器说出你的话。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>A whisper from far away.</source>
   <translation>远处传来的低语。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Breath without voice.</source>
   <translation>只有气息，没有嗓音。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Deep in the rock.</source>
   <translation>岩洞深处。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>From beneath the surface.</source>
   <translation>来自水面之下。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Huge, slow and rumbling.</source>
   <translation>巨大、缓慢、低沉。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>In a concert hall.</source>
   <translation>在音乐厅里。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Loud and clear, from across the square.</source>
   <translation>响亮清晰，从广场对面传来。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Not from here.</source>
   <translation>不属于这个世界。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>One note, one mood.</source>
   <translation>一个音，一种情绪。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Over a land line.</source>
   <translation>通过固定电话。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Over an old two-way radio.</source>
   <translation>通过老式对讲机。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Several of you at once.</source>
   <translation>好几个你同时说话。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Small and young.</source>
   <translation>小小的，很年幼。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>There is no effect "{0}"; there are {1}.</source>
   <extracomment>{0} = effect_id, {1} = ', '.join(sorted(EFFECTS))</extracomment>
   <translation>没有效果“{0}”；现有 {1}。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Tiny, quick and squeaky.</source>
   <translation>细小、快速、吱吱叫。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Your voice, higher and lighter.</source>
   <translation>你的声音，更高更轻。</translation>
  </message>
  <message>
   <location filename="../../dsp/effects.py"></location>
   <source>Your voice, lower and fuller.</source>
   <translation>你的声音，更低更饱满。</translation>
  </message>
  <message>
   <location filename="../../dsp/equalizer.py"></location>
   <source>The sample rate must be above 0 Hz.</source>
   <translation>采样率必须大于 0 Hz。</translation>
  </message>
  <message>
   <location filename="../../dsp/filters.py"></location>
   <source>A filter at {0} Hz is not possible at {1} Hz.</source>
   <extracomment>{0} = hz, {1} = sample_rate</extracomment>
   <translation>在 {1} Hz 采样率下不能有 {0} Hz 的滤波器。</translation>
  </message>
  <message>
   <location filename="../../dsp/filters.py"></location>
   <source>A filter needs at least one section.</source>
   <translation>滤波器至少需要一节。</translation>
  </message>
  <message>
   <location filename="../../dsp/formant_warp.py"></location>
   <source>Formants cannot be moved at {0} Hz in steps of {1}.</source>
   <extracomment>{0} = sample_rate, {1} = step</extracomment>
   <translation>在 {0} Hz 采样率下，不能以 {1} 为步长移动共振峰。</translation>
  </message>
  <message>
   <location filename="../../dsp/formant_warp.py"></location>
   <source>Formants move by {0} to {1} semitones, not by {2}.</source>
   <extracomment>{0} = -MAX_SEMITONES, {1} = MAX_SEMITONES, {2} = value</extracomment>
   <translation>共振峰可移动 {0} 到 {1} 个半音，不能是 {2}。</translation>
  </message>
  <message>
   <location filename="../../dsp/gate.py"></location>
   <source>The gate's look-back must be at least {0} ms to keep onsets whole, not {1} ms.</source>
   <extracomment>{0} = HOP_MS + OPEN_MS + 1.0, {1} = look_back_ms</extracomment>
   <translation>为保留完整的起音，噪声门的回看至少需要 {0} ms，不能是 {1} ms。</translation>
  </message>
  <message>
   <location filename="../../dsp/high_band.py"></location>
   <source>There is no band above 8 kHz to add at {0} Hz.</source>
   <extracomment>{0} = sample_rate</extracomment>
   <translation>在 {0} Hz 采样率下，没有 8 kHz 以上的频段可补。</translation>
  </message>
  <message>
   <location filename="../../dsp/limiter.py"></location>
   <source>The limiter's ceiling cannot lie above 0 dBFS.</source>
   <translation>限幅器的上限不能高于 0 dBFS。</translation>
  </message>
  <message>
   <location filename="../../dsp/loudness.py"></location>
   <source>Loudness needs at least one loudspeaker.</source>
   <translation>计算响度至少需要一个扬声器声道。</translation>
  </message>
  <message>
   <location filename="../../dsp/mel.py"></location>
   <source>Mel bands from {0} Hz to {1} Hz do not fit a rate of {2} Hz.</source>
   <extracomment>{0} = fmin_hz, {1} = top, {2} = sample_rate</extracomment>
   <translation>{0} Hz 到 {1} Hz 的梅尔频带与采样率 {2} Hz 不符。</translation>
  </message>
  <message>
   <location filename="../../dsp/mel.py"></location>
   <source>{0} mel bands are too many for a transform of {1} samples at {2} Hz: some would be empty.</source>
   <extracomment>{0} = n_mels, {1} = n_fft, {2} = sample_rate</extracomment>
   <translation>对 {2} Hz 下 {1} 个采样的变换，{0} 个梅尔频带太多：有些会是空的。</translation>
  </message>
  <message>
   <location filename="../../dsp/mixing.py"></location>
   <source>Cannot fade from {0} Hz to {1} Hz: wrap one of the processors in Resampled.</source>
   <extracomment>{0} = old.sample_rate, {1} = new.sample_rate</extracomment>
   <translation>不能从 {0} Hz 淡变到 {1} Hz：请用 Resampled 包装其中一个处理器。</translation>
  </message>
  <message>
   <location filename="../../dsp/mixing.py"></location>
   <source>Only an effect without delay can be switched; use Bypass.</source>
   <translation>只有无延迟的效果可以切换；请使用 Bypass。</translation>
  </message>
  <message>
   <location filename="../../dsp/mixing.py"></location>
   <source>The wet share must lie between 0 and 1, not at {0}.</source>
   <extracomment>{0} = wet</extracomment>
   <translation>湿声比例必须在 0 到 1 之间，不能是 {0}。</translation>
  </message>
  <message>
   <location filename="../../dsp/pitch.py"></location>
   <source>F0 from {0} to {1} Hz cannot be found in windows of {2} samples at {3} Hz.</source>
   <extracomment>{0} = fmin_hz, {1} = fmax_hz, {2} = length, {3} = sample_rate</extracomment>
   <translation>在 {3} Hz 下，{2} 个采样的窗中找不到 {0} 到 {1} Hz 的 F0。</translation>
  </message>
  <message>
   <location filename="../../dsp/pitch.py"></location>
   <source>StreamingF0 needs multiples of {0} samples, not an array of {1}.</source>
   <extracomment>{0} = hop, {1} = audio.shape</extracomment>
   <translation>StreamingF0 需要 {0} 个采样的倍数，而不是 {1} 的数组。</translation>
  </message>
  <message>
   <location filename="../../dsp/pitch_metrics.py"></location>
   <source>The F0 tracks must have the same frames, not {0} and {1}.</source>
   <extracomment>{0} = estimated.shape, {1} = reference.shape</extracomment>
   <translation>两条 F0 轨迹的帧必须相同，而不是 {0} 和 {1}。</translation>
  </message>
  <message>
   <location filename="../../dsp/pitch_voicing.py"></location>
   <source>{0} does not belong to this version: reinstall Syrinx.</source>
   <extracomment>{0} = WEIGHTS</extracomment>
   <translation>{0} 不属于此版本：请重新安装 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../dsp/resample.py"></location>
   <source>Resampling {0} Hz to {1} Hz needs a delay of at least {2} samples, or of none at equal rates, not {3}.</source>
   <extracomment>{0} = rate_in, {1} = rate_out, {2} = float(shortest), {3} = float(latency)</extracomment>
   <translation>从 {0} Hz 重采样到 {1} Hz 至少需要 {2} 个采样的延迟（采样率相同时为零），不能是 {3}。</translation>
  </message>
  <message>
   <location filename="../../dsp/reverb.py"></location>
   <source>The {0} of the reverb must lie between 0 and 1, not at {1}.</source>
   <extracomment>{0} = name, {1} = value</extracomment>
   <translation>混响的 {0} 必须在 0 到 1 之间，不能是 {1}。</translation>
  </message>
  <message>
   <location filename="../../dsp/shift.py"></location>
   <source>Shifts from {0} to {1} semitones are possible, not {2}.</source>
   <extracomment>{0} = -MAX_SEMITONES, {1} = MAX_SEMITONES, {2} = semitones</extracomment>
   <translation>移调范围是 {0} 到 {1} 个半音，不能是 {2}。</translation>
  </message>
  <message>
   <location filename="../../dsp/stft.py"></location>
   <source>A transform of {0} samples cannot be overlapped in hops of {1}.</source>
   <extracomment>{0} = n_fft, {1} = hop_length</extracomment>
   <translation>{0} 个采样的变换不能以 {1} 为步长重叠。</translation>
  </message>
  <message>
   <location filename="../../dsp/stft.py"></location>
   <source>An STFT needs hop &lt;= window &lt;= transform, not {0}, {1}, {2}.</source>
   <extracomment>{0} = hop_length, {1} = length, {2} = n_fft</extracomment>
   <translation>STFT 要求步长 &lt;= 窗 &lt;= 变换，而不是 {0}、{1}、{2}。</translation>
  </message>
  <message>
   <location filename="../../dsp/stft.py"></location>
   <source>The window must have {0} samples.</source>
   <extracomment>{0} = length</extracomment>
   <translation>窗必须有 {0} 个采样。</translation>
  </message>
  <message>
   <location filename="../../dsp/voice_gate.py"></location>
   <source>The gate got {0} samples, but the voice activity of {1}: it must stand right behind its source.</source>
   <extracomment>{0} = audio.shape[0], {1} = activity.shape[0]</extracomment>
   <translation>噪声门收到 {0} 个采样，而语音活动有 {1} 个：它必须紧跟其来源。</translation>
  </message>
  <message>
   <location filename="../../dsp/voice_gate.py"></location>
   <source>The gate opens at a probability above 0 and up to 1, not {0}.</source>
   <extracomment>{0} = value</extracomment>
   <translation>噪声门的打开概率须大于 0 且不超过 1，不能是 {0}。</translation>
  </message>
  <message>
   <location filename="../../dsp/voice_gate.py"></location>
   <source>The gate's look-back must be at least {0} ms, not {1} ms.</source>
   <extracomment>{0} = HOP_MS, {1} = look_back_ms</extracomment>
   <translation>噪声门的回看至少需要 {0} ms，不能是 {1} ms。</translation>
  </message>
  <message>
   <location filename="../../neural/bundle.py"></location>
   <source>The list of models {0} cannot be read ({1}): remove it first.</source>
   <extracomment>{0} = index_path, {1} = error</extracomment>
   <translation>无法读取模型列表 {0}（{1}）：请先将其删除。</translation>
  </message>
  <message>
   <location filename="../../neural/export.py"></location>
   <source>The exported graph of {0} does not use {1}.</source>
   <extracomment>{0} = name, {1} = sorted(missing)</extracomment>
   <translation>{0} 导出的图没有使用 {1}。</translation>
  </message>
  <message>
   <location filename="../../neural/export.py"></location>
   <source>The exported model has no {0}: it is of another network.</source>
   <extracomment>{0} = name</extracomment>
   <translation>导出的模型没有 {0}：它属于另一个网络。</translation>
  </message>
  <message>
   <location filename="../../neural/export.py"></location>
   <source>The exporter lost inputs or outputs of the network: {0}.</source>
   <extracomment>{0} = lost</extracomment>
   <translation>导出器丢失了网络的输入或输出：{0}。</translation>
  </message>
  <message>
   <location filename="../../neural/export.py"></location>
   <source>The state {0} does not start from one number throughout.</source>
   <extracomment>{0} = name</extracomment>
   <translation>状态 {0} 的初值不是同一个数。</translation>
  </message>
  <message>
   <location filename="../../neural/export.py"></location>
   <source>This network's step loses or adds a state: {0}.</source>
   <extracomment>{0} = sorted(set(following) ^ set(state))</extracomment>
   <translation>此网络的步进丢失或增加了状态：{0}。</translation>
  </message>
  <message>
   <location filename="../../neural/export.py"></location>
   <source>{0} of the exported model does not fit: {1}.</source>
   <extracomment>{0} = name, {1} = value.shape</extracomment>
   <translation>导出模型的 {0} 不符：{1}。</translation>
  </message>
  <message>
   <location filename="../../neural/fidelity.py"></location>
   <source>There is nothing to compare with: give recordings of speech.</source>
   <translation>没有可比较的内容：请提供语音录音。</translation>
  </message>
  <message>
   <location filename="../../neural/keyword_classifier.py"></location>
   <source>A keyword classifier needs clips of a quarter of a second or more.</source>
   <translation>关键词分类器需要不短于四分之一秒的片段。</translation>
  </message>
  <message>
   <location filename="../../neural/keyword_classifier.py"></location>
   <source>A keyword classifier needs two different words at least.</source>
   <translation>关键词分类器至少需要两个不同的词。</translation>
  </message>
  <message>
   <location filename="../../neural/quantize.py"></location>
   <source>The calibration percentile lies above 50 and at most at 100.</source>
   <translation>校准百分位须大于 50 且不超过 100。</translation>
  </message>
  <message>
   <location filename="../../neural/quantize.py"></location>
   <source>The calibration stream drives the network to NaN or infinity.</source>
   <translation>校准数据使网络产生 NaN 或无穷大。</translation>
  </message>
  <message>
   <location filename="../../neural/quantize.py"></location>
   <source>There is nothing to calibrate with: give recordings of speech.</source>
   <translation>没有可用于校准的内容：请提供语音录音。</translation>
  </message>
  <message>
   <location filename="../../neural/recognizer.py"></location>
   <source>A block of the recogniser cannot answer for frames it has lost.</source>
   <translation>识别器的一个块无法为已丢失的帧作答。</translation>
  </message>
  <message>
   <location filename="../../neural/recognizer.py"></location>
   <source>The recogniser needs a dilation and a look-ahead for each block.</source>
   <translation>识别器的每个块都需要扩张率和前瞻量。</translation>
  </message>
  <message>
   <location filename="../../neural/recognizer.py"></location>
   <source>The recogniser's first layer sees at least {0} mel frames.</source>
   <extracomment>{0} = STRIDE</extracomment>
   <translation>识别器的第一层至少需要 {0} 个梅尔帧。</translation>
  </message>
  <message>
   <location filename="../../neural/recognizer_second.py"></location>
   <source>The kernel of the second hearing must be odd.</source>
   <translation>第二遍识别的卷积核大小必须是奇数。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/arpa.py"></location>
   <source>The language model {0} breaks off in its head.</source>
   <extracomment>{0} = path</extracomment>
   <translation>语言模型 {0} 在开头部分中断。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/arpa.py"></location>
   <source>The language model {0} breaks off in its {1}-grams.</source>
   <extracomment>{0} = path, {1} = k</extracomment>
   <translation>语言模型 {0} 在 {1} 元组部分中断。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/arpa.py"></location>
   <source>The language model {0} breaks off: it has no \end\.</source>
   <extracomment>{0} = path</extracomment>
   <translation>语言模型 {0} 中断：缺少 \end\。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/arpa.py"></location>
   <location filename="../../neural/runtime/decoding/ngram.py"></location>
   <source>The language model {0} cannot be read ({1}).</source>
   <extracomment>{0} = path, {1} = error</extracomment>
   <translation>无法读取语言模型 {0}（{1}）。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/arpa.py"></location>
   <source>{0} is not a language model in ARPA form: it has no \data\.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 不是 ARPA 格式的语言模型：缺少 \data\。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/arpa.py"></location>
   <source>{0}, line {1} is no {2}-gram ({3}): {4}.</source>
   <extracomment>{0} = path, {1} = number, {2} = k, {3} = error, {4} = line.strip()[:40]</extracomment>
   <translation>{0} 第 {1} 行不是 {2} 元组（{3}）：{4}。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/arpa.py"></location>
   <source>{0}, line {1}: expected \{2}-grams:, found {3}.</source>
   <extracomment>{0} = path, {1} = number, {2} = k, {3} = line.strip()[:40]</extracomment>
   <translation>{0} 第 {1} 行：应为 \{2}-grams:，实际为 {3}。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/arpa.py"></location>
   <source>{0}, line {1}: expected the number of {2}-grams, found {3}.</source>
   <extracomment>{0} = path, {1} = number, {2} = len(counts) + 1, {3} = text[:40]</extracomment>
   <translation>{0} 第 {1} 行：应为 {2} 元组的数量，实际为 {3}。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/arpa.py"></location>
   <source>{0}: {1}-gram number {2} goes on from a {3}-gram that is not listed.</source>
   <extracomment>{0} = path, {1} = k, {2} = row + 1, {3} = k - 1</extracomment>
   <translation>{0}：第 {2} 个 {1} 元组所延续的 {3} 元组不在列表中。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/confidence.py"></location>
   <source>Confidences can be fitted to right and wrong words only.</source>
   <translation>拟合置信度既需要正确的词，也需要错误的词。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/confidence.py"></location>
   <source>The model of confidences does not fit its features.</source>
   <translation>置信度模型与其特征不匹配。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/hotwords.py"></location>
   <source>A hot word is empty: name a word or a phrase.</source>
   <translation>热词为空：请写一个词或短语。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/hotwords.py"></location>
   <source>The weight of {0} must be between 0 and {1}.</source>
   <extracomment>{0} = phrase, {1} = MOST_BOOST</extracomment>
   <translation>{0} 的权重必须在 0 到 {1} 之间。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/hotwords.py"></location>
   <source>{0} is not in the lexicon, so it cannot be heard.</source>
   <extracomment>{0} = word</extracomment>
   <translation>{0} 不在词典中，因此无法识别。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/letters.py"></location>
   <source>The beam of the search must be above zero.</source>
   <translation>搜索束宽必须大于零。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/lexicon.py"></location>
   <source>A lexicon can have at most 255 different units.</source>
   <translation>词典最多可有 255 个不同的单元。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/lexicon.py"></location>
   <source>A recogniser can have at most {0} units, not {1}.</source>
   <extracomment>{0} = MOST_UNITS, {1} = len(units)</extracomment>
   <translation>识别器最多可有 {0} 个单元，而不是 {1} 个。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/lexicon.py"></location>
   <location filename="../../neural/runtime/text/lexicon.py"></location>
   <source>The lexicon {0} cannot be read ({1}).</source>
   <extracomment>{0} = named(source), {1} = error</extracomment>
   <translation>无法读取词典 {0}（{1}）。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/lexicon.py"></location>
   <source>The recogniser does not know the sound {0} of its lexicon: the two files do not belong together.</source>
   <extracomment>{0} = lacking[0]</extracomment>
   <translation>识别器不认识词典中的音 {0}：这两个文件不配套。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/ngram.py"></location>
   <source>An n-gram's shorter form is missing in the language model.</source>
   <translation>语言模型中缺少某个 n 元组的较短形式。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/ngram.py"></location>
   <source>The language model does not say how likely each of its words is.</source>
   <translation>语言模型没有给出每个词的概率。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/ngram.py"></location>
   <source>The language model has no {0}: it cannot be used.</source>
   <extracomment>{0} = lacking[0]</extracomment>
   <translation>语言模型缺少 {0}，无法使用。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/ngram.py"></location>
   <source>The n-grams of the language model are out of order or doubled.</source>
   <translation>语言模型的 n 元组顺序错乱或有重复。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/search.py"></location>
   <source>The weights and the beam of the search must be above zero.</source>
   <translation>搜索的权重和束宽必须大于零。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/sounding.py"></location>
   <source>The rules {0} cannot be read ({1}).</source>
   <extracomment>{0} = named(source), {1} = error</extracomment>
   <translation>无法读取规则 {0}（{1}）。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/sounding.py"></location>
   <source>There are no words to learn pronunciations from.</source>
   <translation>没有可供学习发音的词。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/sounding.py"></location>
   <location filename="../../neural/runtime/text/letters.py"></location>
   <location filename="../../neural/runtime/text/pronouncer.py"></location>
   <source>{0} cannot be pronounced: write it as it is spoken.</source>
   <extracomment>{0} = word</extracomment>
   <translation>无法得出 {0} 的读音：请按读法书写。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/decoding/word_network.py"></location>
   <source>The model is no word model: restore the file or reinstall syrinx.</source>
   <translation>该模型不是词语模型：请恢复该文件，或重新安装 syrinx。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/frame_voice.py"></location>
   <location filename="../../neural/runtime/onnx_processor.py"></location>
   <source>The index ratio must lie between 0 and 1, not {0}.</source>
   <extracomment>{0} = index_ratio</extracomment>
   <translation>检索比例必须在 0 到 1 之间，不能是 {0}。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/frame_voice.py"></location>
   <source>The pitch of this voice is not known: enrol it again.</source>
   <translation>不知道这个声音的音高：请重新登记。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/frame_voice.py"></location>
   <source>The voice's bank is of another content encoder: enrol it again.</source>
   <translation>这个声音的内容库来自另一个内容编码器：请重新登记。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/onnx_processor.py"></location>
   <source>A pitch shift of {0} semitones is not possible: use {1} to {2}.</source>
   <extracomment>{0} = semitones, {1} = -MAX_SHIFT_SEMITONES, {2} = MAX_SHIFT_SEMITONES</extracomment>
   <translation>不能移动 {0} 个半音：请使用 {1} 到 {2}。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/onnx_processor.py"></location>
   <source>Breathiness must lie between -1 and 1, not at {0}.</source>
   <extracomment>{0} = amount</extracomment>
   <translation>气声必须在 -1 到 1 之间，不能是 {0}。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/onnx_processor.py"></location>
   <source>The F0 estimator looks further ahead than the neural voice does.</source>
   <translation>F0 估计器的前瞻长于神经声音的前瞻。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/onnx_processor.py"></location>
   <location filename="../../neural/runtime/timbre.py"></location>
   <source>The flutter of a voice must lie between 0 and {0}.</source>
   <extracomment>{0} = MAX_FLUTTER</extracomment>
   <translation>声音的抖动必须在 0 到 {0} 之间。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/onnx_processor.py"></location>
   <source>The model {0} is of another version of Syrinx (it has the inputs {1}): reinstall Syrinx.</source>
   <extracomment>{0} = name, {1} = sorted(session.inputs)</extracomment>
   <translation>模型 {0} 属于另一个版本的 Syrinx（其输入为 {1}）：请重新安装 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/onnx_processor.py"></location>
   <source>The voice's bank has {0} numbers per frame, the content encoder {1}: enrol or import the voice again.</source>
   <extracomment>{0} = bank.channels, {1} = channels</extracomment>
   <translation>声音的检索库每帧有 {0} 个数，内容编码器有 {1} 个：请重新登记或导入这个声音。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/recognition.py"></location>
   <source>The recogniser and its second hearing do not fit: reinstall syrinx.</source>
   <translation>识别器与它的第二遍识别不匹配：重新安装 syrinx。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/recognition.py"></location>
   <source>The settings of the recogniser cannot be read ({0}): reinstall syrinx.</source>
   <extracomment>{0} = error</extracomment>
   <translation>无法读取识别器的设置（{0}）：请重新安装 syrinx。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/recognizer.py"></location>
   <source>The model is no recogniser that names {0}: restore the file or reinstall syrinx.</source>
   <extracomment>{0} = head</extracomment>
   <translation>该模型不是输出 {0} 的识别器：请恢复文件或重新安装 syrinx。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/registry.py"></location>
   <source>The list of models {0} cannot be read ({1}): {2}.</source>
   <extracomment>{0} = path, {1} = error, {2} = remedy</extracomment>
   <translation>无法读取模型列表 {0}（{1}）：{2}。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/registry.py"></location>
   <source>The model file {0} cannot be read ({1}): {2}.</source>
   <extracomment>{0} = entry.path, {1} = reason, {2} = remedy</extracomment>
   <translation>无法读取模型文件 {0}（{1}）：{2}。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/registry.py"></location>
   <source>The model file {0} has {1} bytes instead of {2}: it was cut short or replaced; {3}.</source>
   <extracomment>{0} = entry.path, {1} = len(content), {2} = entry.bytes, {3} = remedy</extracomment>
   <translation>模型文件 {0} 有 {1} 字节，而应为 {2}：它被截断或替换；{3}。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/registry.py"></location>
   <source>The model file {0} was altered (its checksum is wrong): {1}.</source>
   <extracomment>{0} = entry.path, {1} = remedy</extracomment>
   <translation>模型文件 {0} 已被改动（校验和不符）：{1}。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/registry.py"></location>
   <source>The model {0} is not installed in {1}: reinstall Syrinx, or use an effect voice, which needs no model.</source>
   <extracomment>{0} = name, {1} = folders</extracomment>
   <translation>{1} 中没有安装模型 {0}：请重新安装 Syrinx，或使用不需要模型的效果声音。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/retrieval.py"></location>
   <source>A bank of content needs frames that are finite and not all zero.</source>
   <translation>检索库的帧必须是有限数值，且不全为零。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/second_hearing.py"></location>
   <source>The model is no second hearing: restore the file or reinstall syrinx.</source>
   <translation>该模型不是第二遍识别的模型：恢复该文件，或重新安装 syrinx。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/session.py"></location>
   <source>Input {0} has the shape {1}, the model needs {2}.</source>
   <extracomment>{0} = name, {1} = value.shape, {2} = buffer.shape</extracomment>
   <translation>输入 {0} 的形状是 {1}，模型需要 {2}。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/session.py"></location>
   <source>The model cannot run here: {0} has the type {1}.</source>
   <extracomment>{0} = node.name, {1} = node.type</extracomment>
   <translation>模型无法在此运行：{0} 的类型是 {1}。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/session.py"></location>
   <source>The model cannot run step by step: {0} has the open shape {1}.</source>
   <extracomment>{0} = node.name, {1} = node.shape</extracomment>
   <translation>模型无法逐步运行：{0} 的形状 {1} 不固定。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/session.py"></location>
   <source>The model has no input {0}, only {1}.</source>
   <extracomment>{0} = name, {1} = sorted(self._inputs)</extracomment>
   <translation>模型没有输入 {0}，只有 {1}。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/session.py"></location>
   <source>The model is broken: {0} has no {1}.</source>
   <extracomment>{0} = name, {1} = self._next(name)</extracomment>
   <translation>模型已损坏：{0} 没有 {1}。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/session.py"></location>
   <source>The model {0} cannot be opened: restore the file or reinstall Syrinx ({1}).</source>
   <extracomment>{0} = label, {1} = reason</extracomment>
   <translation>无法打开模型 {0}：请恢复该文件，或重新安装 Syrinx（{1}）。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/session.py"></location>
   <location filename="../../neural/runtime/timbre.py"></location>
   <source>The voice's adapter is not made for this model: enrol it again.</source>
   <translation>声音的适配器不是为此模型制作的：请重新登记。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/speaker.py"></location>
   <source>An embedding needs one channel of audio: mix it down to mono.</source>
   <translation>计算嵌入需要单声道音频：请混为单声道。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/speaker.py"></location>
   <source>The recording gives no voice: use a cleaner one.</source>
   <translation>这段录音得不出声音：请使用更干净的录音。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/speaker.py"></location>
   <source>The recording has only {0} s of speech: {1} s is the least, 30 s is good.</source>
   <extracomment>{0} = speech.shape[0] / SAMPLE_RATE, {1} = SHORTEST_S</extracomment>
   <translation>录音中只有 {0} s 语音：至少需要 {1} s，30 s 较好。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/suppressor.py"></location>
   <source>The strength of noise suppression is 0 to 1, not {0}.</source>
   <extracomment>{0} = value</extracomment>
   <translation>降噪的强度是 0 到 1，不能是 {0}。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/synthesis.py"></location>
   <source>The manner of speaking is out of range: speed 0.5 to 2, pitch -24 to 24 semitones, pitch range and emphasis 0 to 2, liveliness 0 to 1.5.</source>
   <translation>说话方式超出范围：速度 0.5 到 2，音高 -24 到 24 个半音，音高范围和强调 0 到 2，生动程度 0 到 1.5。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/synthesis.py"></location>
   <source>The synthesiser was made for other sounds: reinstall Syrinx.</source>
   <translation>语音合成模型使用的是另一套音素：请重新安装 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/synthesis.py"></location>
   <source>There is no style {0}, only {1}.</source>
   <extracomment>{0} = name, {1} = ', '.join(self.styles)</extracomment>
   <translation>没有说话风格 {0}，只有 {1}。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/markdown.py"></location>
   <source>What stands in {0} was left out: {1}</source>
   <extracomment>{0} = match[0], {1} = error</extracomment>
   <translation>{0} 中的内容已略去：{1}</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/normaliser.py"></location>
   <source>{0} letters cannot be spoken and were left out.</source>
   <extracomment>{0} = script</extracomment>
   <translation>{0} 文字无法朗读，已略去。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/phonemes.py"></location>
   <source>The sounds are empty: write them like HH AH0 L OW1 or həˈloʊ.</source>
   <translation>没有写出读音：按 HH AH0 L OW1 或 həˈloʊ 的样子写。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/phonemes.py"></location>
   <source>{0} has no sounds.</source>
   <extracomment>{0} = word</extracomment>
   <translation>{0} 中没有音素。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/phonemes.py"></location>
   <source>{0} in {1} is no sound: write ARPAbet (HH AH0 L OW1), IPA (həˈloʊ) or pinyin (ni3 hao3).</source>
   <extracomment>{0} = char, {1} = word</extracomment>
   <translation>{1} 中的 {0} 不是音素：用 ARPAbet（HH AH0 L OW1）、国际音标（həˈloʊ）或拼音（ni3 hao3）书写。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/phonemes.py"></location>
   <source>{0} is not a row of English sounds.</source>
   <extracomment>{0} = ' '.join(units)</extracomment>
   <translation>{0} 不是一串英语音素。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/pinyin.py"></location>
   <source>{0} is no syllable of pinyin.</source>
   <extracomment>{0} = text</extracomment>
   <translation>{0} 不是拼音音节。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/ssml.py"></location>
   <source>SSML with a document type is not read: remove the line &lt;!DOCTYPE ...&gt;.</source>
   <translation>不读取带文档类型声明的 SSML：删去 &lt;!DOCTYPE ...&gt; 这一行。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/ssml.py"></location>
   <source>The SSML element &lt;{0}&gt; has {1}="{2}", which is not known.</source>
   <extracomment>{0} = element, {1} = name, {2} = value[:40]</extracomment>
   <translation>SSML 元素 &lt;{0}&gt; 的 {1}="{2}" 无法识别。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/ssml.py"></location>
   <source>The SSML element &lt;{0}&gt; is not known and was passed over.</source>
   <extracomment>{0} = name</extracomment>
   <translation>不认识 SSML 元素 &lt;{0}&gt;，已跳过。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/ssml.py"></location>
   <source>The SSML is broken in line {0}, column {1}: {2}.</source>
   <extracomment>{0} = error.lineno, {1} = error.offset + 1, {2} = reason</extracomment>
   <translation>SSML 在第 {0} 行第 {1} 列有错误：{2}。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/tagger.py"></location>
   <source>The list of parts of speech {0} cannot be read ({1}).</source>
   <extracomment>{0} = named(source), {1} = error</extracomment>
   <translation>无法读取词性表 {0}（{1}）。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/units.py"></location>
   <source>{0} is no sound of this program.</source>
   <extracomment>{0} = error.args[0]</extracomment>
   <translation>{0} 不是本程序的音素。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/user_dictionary.py"></location>
   <source>A dictionary holds at most {0} words.</source>
   <extracomment>{0} = MOST_WORDS</extracomment>
   <translation>词典最多收 {0} 个词。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/user_dictionary.py"></location>
   <source>In the pronunciation dictionary {0}: {1}</source>
   <extracomment>{0} = path, {1} = error</extracomment>
   <translation>在发音词典 {0} 中：{1}</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/user_dictionary.py"></location>
   <source>Say how {0} sounds, in at most 400 characters.</source>
   <extracomment>{0} = word</extracomment>
   <translation>写出 {0} 的读音，最多 400 个字符。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/user_dictionary.py"></location>
   <source>The pronunciation dictionary {0} cannot be read ({1}): mend or remove it.</source>
   <extracomment>{0} = path, {1} = error</extracomment>
   <translation>无法读取发音词典 {0}（{1}）：修正或删除它。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/user_dictionary.py"></location>
   <source>The pronunciation dictionary {0} cannot be written ({1}).</source>
   <extracomment>{0} = path, {1} = error.strerror</extracomment>
   <translation>无法写入发音词典 {0}（{1}）。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/user_dictionary.py"></location>
   <source>The pronunciation dictionary {0} has no "words" with texts: mend or remove it.</source>
   <extracomment>{0} = path</extracomment>
   <translation>发音词典 {0} 中没有内容为文本的 "words"：修正或删除它。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/user_dictionary.py"></location>
   <source>{0} does not tell how {1} sounds: write usual words, or sounds in [[ ]].</source>
   <extracomment>{0} = said[:60], {1} = word</extracomment>
   <translation>{0} 没有说明 {1} 的读音：写普通的词，或在 [[ ]] 中写音素。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/text/user_dictionary.py"></location>
   <source>{0} is not one word: a dictionary holds single words.</source>
   <extracomment>{0} = word[:60]</extracomment>
   <translation>{0} 不是一个单词：词典只收单个的词。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/timbre.py"></location>
   <source>The voice is damaged: a voice has {0} finite numbers that are not all zero, this one an array of shape {1}; enrol or import it again.</source>
   <extracomment>{0} = EMBEDDING_SIZE, {1} = vector.shape</extracomment>
   <translation>声音已损坏：声音应有 {0} 个不全为零的有限数值，而它是形状为 {1} 的数组；请重新登记或导入。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/transcriber.py"></location>
   <source>The pauses that end an utterance do not fit together.</source>
   <translation>结束语句的停顿设置互相矛盾。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/transcriber.py"></location>
   <source>The recogniser and its vocabulary do not belong together.</source>
   <translation>识别器与其词汇表不配套。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/turn_space.py"></location>
   <source>The file {0} cannot be read ({1}): reinstall Syrinx.</source>
   <extracomment>{0} = path, {1} = reason</extracomment>
   <translation>无法读取文件 {0}（{1}）：请重新安装 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/turn_space.py"></location>
   <source>The file {0} has format {1}; this version reads format {2}: reinstall Syrinx.</source>
   <extracomment>{0} = path, {1} = document['format'], {2} = FORMAT</extracomment>
   <translation>文件 {0} 的格式为 {1}，本版本读取格式 {2}：请重新安装 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/turn_space.py"></location>
   <source>The file {0} is damaged: reinstall Syrinx.</source>
   <extracomment>{0} = path</extracomment>
   <translation>文件 {0} 已损坏：请重新安装 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/voice_space.py"></location>
   <source>A voice needs {0} finite numbers that are not all zero.</source>
   <extracomment>{0} = EMBEDDING_SIZE</extracomment>
   <translation>声音需要 {0} 个不全为零的有限数值。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/voice_space.py"></location>
   <source>The space of voices is damaged: its limit cannot be used.</source>
   <translation>声音空间已损坏：其限值无法使用。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/voice_space.py"></location>
   <source>The space of voices is damaged: its {0} cannot be used.</source>
   <extracomment>{0} = name</extracomment>
   <translation>声音空间已损坏：其 {0} 无法使用。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/voice_space.py"></location>
   <source>The space of voices {0} cannot be read ({1}): reinstall Syrinx.</source>
   <extracomment>{0} = path, {1} = error.strerror or error</extracomment>
   <translation>无法读取声音空间 {0}（{1}）：请重新安装 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/voice_space.py"></location>
   <source>The space of voices {0} has format {1}; this version reads format {2}: reinstall Syrinx.</source>
   <extracomment>{0} = path, {1} = document['format'], {2} = FORMAT</extracomment>
   <translation>声音空间 {0} 的格式是 {1}；此版本读取格式 {2}：请重新安装 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../neural/runtime/voice_space.py"></location>
   <source>The space of voices {0} is damaged: reinstall Syrinx.</source>
   <extracomment>{0} = path</extracomment>
   <translation>声音空间 {0} 已损坏：请重新安装 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../neural/speaker_encoder.py"></location>
   <source>A speaker encoder needs as many channel counts as block counts.</source>
   <translation>说话人编码器的声道数与块数的个数必须相同。</translation>
  </message>
  <message>
   <location filename="../../neural/speaker_encoder.py"></location>
   <source>A speaker encoder needs hop_length &lt;= win_length &lt;= n_fft.</source>
   <translation>说话人编码器要求 hop_length &lt;= win_length &lt;= n_fft。</translation>
  </message>
  <message>
   <location filename="../../neural/speaker_encoder.py"></location>
   <source>There is no speaker encoder at {0}.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 处没有说话人编码器。</translation>
  </message>
  <message>
   <location filename="../../neural/speaker_encoder.py"></location>
   <source>{0} is not a speaker encoder of this version: {1}.</source>
   <extracomment>{0} = path, {1} = reason</extracomment>
   <translation>{0} 不是此版本的说话人编码器：{1}。</translation>
  </message>
  <message>
   <location filename="../../neural/synthesizer.py"></location>
   <source>The synthesiser needs odd kernels and channels that heads divide.</source>
   <translation>语音合成网络需要奇数大小的卷积核，并且通道数能被注意力头数整除。</translation>
  </message>
  <message>
   <location filename="../../neural/word_model.py"></location>
   <source>The features do not fit the list of words.</source>
   <translation>特征与词表不匹配。</translation>
  </message>
  <message>
   <location filename="../../neural/word_model.py"></location>
   <source>The word model needs frequent words and rare ones.</source>
   <translation>词语模型既需要常用词，也需要少见词。</translation>
  </message>
  <message>
   <location filename="../../training/align.py"></location>
   <source>An aligner needs at least two classes and an odd kernel.</source>
   <translation>对齐器至少需要两个类别，且卷积核为奇数。</translation>
  </message>
  <message>
   <location filename="../../training/augment.py"></location>
   <location filename="../../training/augment_batch.py"></location>
   <source>{0} must be (low, high), not {1}.</source>
   <extracomment>{0} = field.name, {1} = value</extracomment>
   <translation>{0} 必须是（低, 高），不能是 {1}。</translation>
  </message>
  <message>
   <location filename="../../training/augment.py"></location>
   <location filename="../../training/augment_batch.py"></location>
   <source>{0} must be between 0 and 1, not {1}.</source>
   <extracomment>{0} = field.name, {1} = value</extracomment>
   <translation>{0} 必须在 0 到 1 之间，不能是 {1}。</translation>
  </message>
  <message>
   <location filename="../../training/augment_batch.py"></location>
   <source>babble_share and recorded_share must not be over 1 together.</source>
   <translation>babble_share 与 recorded_share 之和不能超过 1。</translation>
  </message>
  <message>
   <location filename="../../training/band_data.py"></location>
   <source>No band energies in {0}: run the recipe with --prepare 1.</source>
   <extracomment>{0} = folder</extracomment>
   <translation>{0} 中没有频带能量：请用 --prepare 1 运行该训练方案。</translation>
  </message>
  <message>
   <location filename="../../training/converted.py"></location>
   <source>None of the corpora that are asked for is in the cache.</source>
   <translation>所需的语料库都不在缓存中。</translation>
  </message>
  <message>
   <location filename="../../training/converted.py"></location>
   <source>The speaker embeddings do not fit the cache: run `syrinx train embed_speakers` again.</source>
   <translation>说话人嵌入与缓存不符：请重新运行 `syrinx train embed_speakers`。</translation>
  </message>
  <message>
   <location filename="../../training/converted.py"></location>
   <source>There is nobody whose voice could be taken in this cache.</source>
   <translation>此缓存中没有可以采用其声音的人。</translation>
  </message>
  <message>
   <location filename="../../training/data.py"></location>
   <source>No speech cache in {0}: run `syrinx train prepare` first.</source>
   <extracomment>{0} = folder</extracomment>
   <translation>{0} 中没有语音缓存：请先运行 `syrinx train prepare`。</translation>
  </message>
  <message>
   <location filename="../../training/data.py"></location>
   <source>There is no manifest.tsv in {0}: name the speech folder.</source>
   <extracomment>{0} = speech</extracomment>
   <translation>{0} 中没有 manifest.tsv：请指定语音文件夹。</translation>
  </message>
  <message>
   <location filename="../../training/data.py"></location>
   <source>espeak-ng is needed for phone labels: install the package espeak-ng.</source>
   <translation>音素标注需要 espeak-ng：请安装软件包 espeak-ng。</translation>
  </message>
  <message>
   <location filename="../../training/devices.py"></location>
   <source>The band of a device needs a low edge below its high edge.</source>
   <translation>设备频带的下限必须低于上限。</translation>
  </message>
  <message>
   <location filename="../../training/fit.py"></location>
   <source>The time budget and the learning rate must be above zero.</source>
   <translation>时间预算和学习率必须大于零。</translation>
  </message>
  <message>
   <location filename="../../training/fit.py"></location>
   <source>The weights {0} cannot be used: {1}.</source>
   <extracomment>{0} = path, {1} = why</extracomment>
   <translation>无法使用权重 {0}：{1}。</translation>
  </message>
  <message>
   <location filename="../../training/joined_cache.py"></location>
   <source>Name at least one cache folder.</source>
   <translation>请至少指定一个缓存文件夹。</translation>
  </message>
  <message>
   <location filename="../../training/joined_cache.py"></location>
   <source>{0} is missing: make it for this cache as for the first.</source>
   <extracomment>{0} = path</extracomment>
   <translation>缺少 {0}：请像第一个缓存那样为此缓存生成。</translation>
  </message>
  <message>
   <location filename="../../training/keyword_data.py"></location>
   <source>The pack's {0} have no two words with {1} examples: lower --least or name other corpora.</source>
   <extracomment>{0} = ', '.join(corpora), {1} = least</extracomment>
   <translation>数据包的 {0} 中没有两个各有 {1} 个示例的词：请减小 --least 或指定其他语料。</translation>
  </message>
  <message>
   <location filename="../../training/keyword_data.py"></location>
   <source>There is no folder {0}: name one that has a folder per word.</source>
   <extracomment>{0} = folder</extracomment>
   <translation>没有文件夹 {0}：请指定一个每词一个子文件夹的文件夹。</translation>
  </message>
  <message>
   <location filename="../../training/keyword_data.py"></location>
   <source>There is nobody to {0} for "{1}": more speakers are needed, named in front of the first _ of each file's name.</source>
   <extracomment>{0} = what, {1} = word</extracomment>
   <translation>“{1}”没有可用于 {0} 的人：需要更多说话人，名字写在每个文件名第一个 _ 之前。</translation>
  </message>
  <message>
   <location filename="../../training/keyword_data.py"></location>
   <source>{0} is not a sound file, or is broken: take it out.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 不是声音文件或已损坏：请将其取出。</translation>
  </message>
  <message>
   <location filename="../../training/keyword_data.py"></location>
   <source>{0} needs folders with sound files for two words or more.</source>
   <extracomment>{0} = folder</extracomment>
   <translation>{0} 中需要两个或更多词的文件夹，内含声音文件。</translation>
  </message>
  <message>
   <location filename="../../training/language/build.py"></location>
   <source>The language model is not built yet.</source>
   <translation>语言模型尚未建立。</translation>
  </message>
  <message>
   <location filename="../../training/language/build.py"></location>
   <source>The size of the language model does not make sense.</source>
   <translation>语言模型的大小不合理。</translation>
  </message>
  <message>
   <location filename="../../training/language/domain.py"></location>
   <source>Nobody says how {0} is pronounced.</source>
   <extracomment>{0} = lacking[0]</extracomment>
   <translation>没有 {0} 的发音。</translation>
  </message>
  <message>
   <location filename="../../training/language/kneser_ney.py"></location>
   <source>The base of a language model must give each word its probability.</source>
   <translation>语言模型的基础必须给出每个词的概率。</translation>
  </message>
  <message>
   <location filename="../../training/language/kneser_ney.py"></location>
   <source>The order of a language model must be at least 1.</source>
   <translation>语言模型的阶数至少为 1。</translation>
  </message>
  <message>
   <location filename="../../training/language/kneser_ney.py"></location>
   <source>The text has numbers of words that the vocabulary lacks.</source>
   <translation>文本中有词汇表里没有的词编号。</translation>
  </message>
  <message>
   <location filename="../../training/language/kneser_ney.py"></location>
   <source>There is no text to learn a language model from.</source>
   <translation>没有可供学习语言模型的文本。</translation>
  </message>
  <message>
   <location filename="../../training/language/mixing.py"></location>
   <source>Only models over the same vocabulary can be mixed.</source>
   <translation>只有词汇表相同的模型才能混合。</translation>
  </message>
  <message>
   <location filename="../../training/language/mixing.py"></location>
   <source>The weights of a mixture must be one per model and sum to one.</source>
   <translation>混合的权重必须每个模型一个，且总和为一。</translation>
  </message>
  <message>
   <location filename="../../training/language/poslex.py"></location>
   <source>The n-grams of parts of speech are cut short.</source>
   <translation>词性 n 元组不完整。</translation>
  </message>
  <message>
   <location filename="../../training/language/poslex.py"></location>
   <source>The n-grams of parts of speech have another form than expected.</source>
   <translation>词性 n 元组的格式与预期不同。</translation>
  </message>
  <message>
   <location filename="../../training/language/poslex.py"></location>
   <source>There is no list of parts of speech: install festlex-poslex.</source>
   <translation>没有词性表：安装 festlex-poslex。</translation>
  </message>
  <message>
   <location filename="../../training/language/pruning.py"></location>
   <source>The threshold of pruning must not be negative.</source>
   <translation>剪枝阈值不能为负。</translation>
  </message>
  <message>
   <location filename="../../training/language/stressed.py"></location>
   <location filename="../../training/language/words.py"></location>
   <source>There is no word list: install the package festlex-cmu.</source>
   <translation>没有词表：请安装软件包 festlex-cmu。</translation>
  </message>
  <message>
   <location filename="../../training/language/templates.py"></location>
   <source>The rules of the templates go round in a circle.</source>
   <translation>模板规则相互循环引用。</translation>
  </message>
  <message>
   <location filename="../../training/language/templates.py"></location>
   <source>The templates {0} cannot be read: {1}.</source>
   <extracomment>{0} = path, {1} = error</extracomment>
   <translation>无法读取模板 {0}：{1}。</translation>
  </message>
  <message>
   <location filename="../../training/language/templates.py"></location>
   <source>There is no rule {0} in {1}.</source>
   <extracomment>{0} = lacking[0], {1} = name</extracomment>
   <translation>{1} 中没有规则 {0}。</translation>
  </message>
  <message>
   <location filename="../../training/language/tuning.py"></location>
   <source>There are no dev sentences to fit the decoder on.</source>
   <translation>没有用于调整解码器的 dev 句子。</translation>
  </message>
  <message>
   <location filename="../../training/language/words.py"></location>
   <source>Words outside the dictionary need the package festival.</source>
   <translation>词典以外的词需要软件包 festival。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/confusion.py"></location>
   <source>There must be one answer for each example.</source>
   <translation>每个示例必须有一个答案。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/conversations.py"></location>
   <source>There are no {0} dev speakers of {1}.</source>
   <extracomment>{0} = speakers, {1} = corpus or 'the pack'</extracomment>
   <translation>{1} 中没有 {0} 位 dev 说话人。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/conversion.py"></location>
   <source>There is no audio file in {0}.</source>
   <extracomment>{0} = folder</extracomment>
   <translation>{0} 中没有音频文件。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/conversion.py"></location>
   <source>There is no folder {0}.</source>
   <extracomment>{0} = folder</extracomment>
   <translation>没有文件夹 {0}。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/conversion.py"></location>
   <source>{0} cannot be read as audio: {1}.</source>
   <extracomment>{0} = path, {1} = error</extracomment>
   <translation>无法将 {0} 作为音频读取：{1}。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/conversion.py"></location>
   <source>{0} is shorter than 0.1 s.</source>
   <extracomment>{0} = path</extracomment>
   <translation>{0} 短于 0.1 s。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/conversion.py"></location>
   <source>{0} of {1} sources have no converted file of the same name in {2}, the first is {3}.</source>
   <extracomment>{0} = len(missing), {1} = len(sources), {2} = converted, {3} = missing[0]</extracomment>
   <translation>{1} 个源文件中有 {0} 个在 {2} 中没有同名的转换文件，第一个是 {3}。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/conversion_run.py"></location>
   <source>All sources are {0}; use more of them (--limit).</source>
   <extracomment>{0} = wish.speaker</extracomment>
   <translation>所有源文件都是 {0}；请使用更多 (--limit)。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/conversion_run.py"></location>
   <source>{0} has less than {1} s beside what is compared with.</source>
   <extracomment>{0} = wish.speaker, {1} = LENGTHS_S[0]</extracomment>
   <translation>除用于比较的部分外，{0} 不足 {1} s。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/conversion_run.py"></location>
   <source>{0} is neither a voice nor a speaker.</source>
   <extracomment>{0} = wish.name</extracomment>
   <translation>{0} 既不是声音也不是说话人。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/dev_set.py"></location>
   <source>The cache holds no read dev sentences: prepare it from the whole pack.</source>
   <translation>缓存中没有朗读的开发集句子：请用完整语音包生成。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/dev_set.py"></location>
   <source>There are no four recordings of 2 s of {0} in the cache.</source>
   <extracomment>{0} = speaker</extracomment>
   <translation>缓存中没有 {0} 的四段 2 s 录音。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/dev_set.py"></location>
   <source>There are no two recordings of 2 s of {0} in the cache.</source>
   <extracomment>{0} = speaker</extracomment>
   <translation>缓存中没有 {0} 的两段 2 s 录音。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/diarisation.py"></location>
   <source>Each word needs one speaker that is true and one that was found.</source>
   <translation>每个词需要一位真实的说话人和一位识别出的说话人。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/judges.py"></location>
   <source>NISQA in {0} does not work: {1}.</source>
   <extracomment>{0} = folder, {1} = error</extracomment>
   <translation>{0} 中的 NISQA 无法工作：{1}。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/judges.py"></location>
   <source>NISQA is not installed: SYRINX_NISQA must name a copy of its repository.</source>
   <translation>没有安装 NISQA：SYRINX_NISQA 必须指向其代码库的副本。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/judges.py"></location>
   <source>No sentence has all its words in the judge's dictionary.</source>
   <translation>没有一个句子的所有词都在评判器的词典中。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/judges.py"></location>
   <source>There is no {0}, so NISQA does not judge.</source>
   <extracomment>{0} = weights</extracomment>
   <translation>没有 {0}，因此 NISQA 不参与评判。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/judges.py"></location>
   <source>{0} needs {1} ({2}): pip install "syrinx[judges]".</source>
   <extracomment>{0} = what, {1} = package, {2} = error</extracomment>
   <translation>{0}需要 {1}（{2}）：pip install "syrinx[judges]"。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/live_f0.py"></location>
   <source>The cache holds no voiced speech of that split.</source>
   <translation>缓存中没有该划分的浊音语音。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/panel.py"></location>
   <source>There is no texts.tsv, so words are not judged.</source>
   <translation>没有 texts.tsv，因此不评判文字。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/picture.py"></location>
   <source>A picture must be (height, width, 3) of 8-bit values.</source>
   <translation>图片必须是（高, 宽, 3）的 8 位数值。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/picture.py"></location>
   <source>There is nothing to draw.</source>
   <translation>没有可绘制的内容。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/prosody.py"></location>
   <source>Recordings to be compared must be longer than 10 ms.</source>
   <translation>要比较的录音必须长于 10 ms。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/scoring.py"></location>
   <source>A target needs two recordings: one to compare with, one to be it.</source>
   <translation>目标需要两段录音：一段用于比较，一段作为目标。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/speaker.py"></location>
   <source>An equal error rate needs trials of the same and of different speakers.</source>
   <translation>计算等错误率需要相同与不同说话人的试验。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/speaker.py"></location>
   <source>No {0} speaker has two pieces of {1} s.</source>
   <extracomment>{0} = split, {1} = seconds</extracomment>
   <translation>没有 {0} 的说话人有两段 {1} s 的录音。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/speaker_probe.py"></location>
   <source>Fewer than two {0} speakers have {1} utterances of {2} s.</source>
   <extracomment>{0} = split, {1} = fit + test, {2} = shortest_s</extracomment>
   <translation>有 {1} 句 {2} s 语音的 {0} 说话人不足两个。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/spectrum.py"></location>
   <source>Recordings to be compared must be longer than 32 ms.</source>
   <translation>要比较的录音必须长于 32 ms。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/spectrum.py"></location>
   <source>The recordings do not overlap.</source>
   <translation>这些录音没有重叠。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/stoi.py"></location>
   <source>Intelligibility needs at least 0.4 s of speech.</source>
   <translation>计算可懂度至少需要 0.4 s 语音。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/stoi.py"></location>
   <source>Only signals of one length can be compared.</source>
   <translation>只能比较长度相同的信号。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/take_checks.py"></location>
   <source>Another speaker needs takes of two speakers at least.</source>
   <translation>要有另一个说话人，至少需要两个说话人的录音片段。</translation>
  </message>
  <message>
   <location filename="../../training/metrics/take_checks.py"></location>
   <source>The cache holds no two takes of a {0} speaker of {1}.</source>
   <extracomment>{0} = split, {1} = corpora</extracomment>
   <translation>缓存中没有 {1} 的 {0} 说话人的两段录音。</translation>
  </message>
  <message>
   <location filename="../../training/recognition_data.py"></location>
   <source>The lexicon has an unknown phone {0}.</source>
   <extracomment>{0} = error</extracomment>
   <translation>词典中有未知的音素 {0}。</translation>
  </message>
  <message>
   <location filename="../../training/recognition_data.py"></location>
   <source>There are no sentences to learn from: is the speech cache empty?</source>
   <translation>没有可供学习的句子：语音缓存是空的吗？</translation>
  </message>
  <message>
   <location filename="../../training/recognition_data.py"></location>
   <source>There is no lexicon {0}: name another one with --lexicon.</source>
   <extracomment>{0} = path</extracomment>
   <translation>没有词典 {0}：请用 --lexicon 指定另一个。</translation>
  </message>
  <message>
   <location filename="../../training/rooms.py"></location>
   <source>Walls absorb more than nothing and less than everything.</source>
   <translation>墙壁的吸声系数须大于 0 且小于 1。</translation>
  </message>
  <message>
   <location filename="../../training/rooms.py"></location>
   <source>{0} is not inside a room of {1} m.</source>
   <extracomment>{0} = place, {1} = self.size_m</extracomment>
   <translation>{0} 不在 {1} m 的房间内。</translation>
  </message>
  <message>
   <location filename="../../training/sharpen.py"></location>
   <source>Gains can vary 1 to 2 times as much, not {0}.</source>
   <extracomment>{0} = strength</extracomment>
   <translation>增益的变化可放大 1 到 2 倍，不能是 {0}。</translation>
  </message>
  <message>
   <location filename="../../training/sharpen.py"></location>
   <source>Spectra can be sharpened by a factor of 1 to 3, not {0}.</source>
   <extracomment>{0} = strength</extracomment>
   <translation>频谱可锐化 1 到 3 倍，不能是 {0}。</translation>
  </message>
  <message>
   <location filename="../../training/speaker_book.py"></location>
   <source>The embeddings {0} do not fit a cache of {1} utterances: run `syrinx train embed_speakers` again.</source>
   <extracomment>{0} = embeddings.shape, {1} = len(cache.utterances)</extracomment>
   <translation>嵌入 {0} 与含 {1} 句的缓存不符：请重新运行 `syrinx train embed_speakers`。</translation>
  </message>
  <message>
   <location filename="../../training/suppression_data.py"></location>
   <source>A batch needs rows, hops, noises and rooms.</source>
   <translation>一个批次需要行、步、噪声和房间。</translation>
  </message>
  <message>
   <location filename="../../training/suppression_data.py"></location>
   <source>The cache has no clean speech to train the suppressor with.</source>
   <translation>缓存中没有可用于训练降噪的干净语音。</translation>
  </message>
  <message>
   <location filename="../../training/synthesis_data.py"></location>
   <source>No takes in {0}: run `syrinx train prepare_synthesis` first.</source>
   <extracomment>{0} = folder</extracomment>
   <translation>{0} 中没有录音片段：先运行 `syrinx train prepare_synthesis`。</translation>
  </message>
  <message>
   <location filename="../../training/synthesis_data.py"></location>
   <source>The takes in {0} have other units: run `syrinx train prepare_synthesis`.</source>
   <extracomment>{0} = folder</extracomment>
   <translation>{0} 中的录音片段使用的是另一套音素：运行 `syrinx train prepare_synthesis`。</translation>
  </message>
  <message>
   <location filename="../../training/torchaudio_seam.py"></location>
   <source>torchaudio does not fit torch {0} ({1}): reinstall the pair with pip install "syrinx[training]".</source>
   <extracomment>{0} = torch.__version__, {1} = error</extracomment>
   <translation>torchaudio 与 torch {0} 不匹配（{1}）：请用 pip install "syrinx[training]" 重新安装两者。</translation>
  </message>
  <message>
   <location filename="../../training/torchaudio_seam.py"></location>
   <source>torchaudio is not installed: pip install "syrinx[training]".</source>
   <translation>没有安装 torchaudio：pip install "syrinx[training]"。</translation>
  </message>
  <message>
   <location filename="../../training/torchaudio_seam.py"></location>
   <source>torchaudio's {0} needs its compiled extension, which this build of torch cannot load.</source>
   <extracomment>{0} = function.__name__</extracomment>
   <translation>torchaudio 的 {0} 需要编译扩展，而此版 torch 无法加载它。</translation>
  </message>
  <message>
   <location filename="../../training/tuning_models.py"></location>
   <source>The phone head {0} cannot be read: reinstall Syrinx.</source>
   <extracomment>{0} = path</extracomment>
   <translation>无法读取音素头 {0}：请重新安装 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../training/tuning_state.py"></location>
   <source>The state of fine-tuning {0} cannot be read.</source>
   <extracomment>{0} = path</extracomment>
   <translation>无法读取微调状态 {0}。</translation>
  </message>
  <message>
   <location filename="../../training/tuning_state.py"></location>
   <source>The state {0} is that of another fine-tuning.</source>
   <extracomment>{0} = path</extracomment>
   <translation>状态 {0} 属于另一次微调。</translation>
  </message>
  <message>
   <location filename="../../training/voice_speech.py"></location>
   <source>A recording is silent.</source>
   <translation>有一段录音没有声音。</translation>
  </message>
  <message>
   <location filename="../../training/voice_speech.py"></location>
   <source>There is no speech to learn from.</source>
   <translation>没有可供学习的语音。</translation>
  </message>
  <message>
   <location filename="../../training/voice_tuning.py"></location>
   <source>Fine-tuning needs a step, a row, and most of the speech to learn.</source>
   <translation>微调至少需要一步、一行，以及大部分可供学习的语音。</translation>
  </message>
  <message>
   <location filename="../../training/word_hmm.py"></location>
   <source>No example is as long as {0} states of 10 ms: use fewer states.</source>
   <extracomment>{0} = n_states</extracomment>
   <translation>没有任何示例有 {0} 个 10 ms 状态那么长：请减少状态数。</translation>
  </message>
 </context>
</TS>
