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
   <location filename="../../app/voice_exchange.py"></location>
   <source>Cannot read {0}: {1}.</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation>无法读取 {0}：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/audio_files.py"></location>
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
   <location filename="../../app/chord.py"></location>
   <source>"{0}" names no key: write it as Ctrl+Alt+F9.</source>
   <extracomment>{0} = text</extracomment>
   <translation>“{0}”不是按键：请写成 Ctrl+Alt+F9 这样。</translation>
  </message>
  <message>
   <location filename="../../app/chord.py"></location>
   <source>A key is a short text, such as Ctrl+Alt+F9.</source>
   <translation>按键是一段短文字，例如 Ctrl+Alt+F9。</translation>
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
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/child.py"></location>
   <source>The process {0} cannot be started ({1}).</source>
   <extracomment>{0} = self._name, {1} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/child.py"></location>
   <source>The process {0} stopped unexpectedly (exit code {1}).</source>
   <extracomment>{0} = self._name, {1} = code</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/consent_recording.py"></location>
   <source>The statement of consent lasts longer than {0} s: read it again.</source>
   <extracomment>{0} = MAX_RECORDING_S</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/cutting.py"></location>
   <source>Music can be heard in it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/cutting.py"></location>
   <source>Pieces need a shortest length below the wanted and the longest.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/cutting.py"></location>
   <source>Somebody else speaks here than in most of the recordings.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/cutting.py"></location>
   <source>{0} is shorter than it was.</source>
   <extracomment>{0} = piece.path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/desk.py"></location>
   <source>Nobody speaks in it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/desk.py"></location>
   <source>{0} cannot be read as audio ({1}).</source>
   <extracomment>{0} = path, {1} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/desk.py"></location>
   <source>{0} s were put aside. They sound like somebody else than the statement of consent and the takes.</source>
   <extracomment>{0} = strange_s</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/odd_takes.py"></location>
   <source>Beside the later takes this sounds like another person: record it again, or delete it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>A voice in the making is on an unknown page.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>Cannot begin the voice "{0}" in {1}: {2}.</source>
   <extracomment>{0} = name, {1} = self.root, {2} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>Cannot record into {0}: {1}.</source>
   <extracomment>{0} = folder, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>Cannot remove the recordings of {0}: {1}.</source>
   <extracomment>{0} = id_, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>Cannot write {0}: make room on the disk.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>The recording "{0}" cannot be read ({1}).</source>
   <extracomment>{0} = recording, {1} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>{0} belongs in a folder named {1}.</source>
   <extracomment>{0} = path, {1} = project.id</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>{0} cannot be read: {1}.</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <location filename="../../app/voice_model.py"></location>
   <source>{0} cannot be the id of a voice.</source>
   <extracomment>{0} = self.id</extracomment>
   <translation>{0} 不能用作声音的 ID。</translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>{0} is damaged; the recordings are in the folder beside it.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>{0} is no name of a picture.</source>
   <extracomment>{0} = self.picture</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>{0} is no name of a take.</source>
   <extracomment>{0} = self.file</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>{0} is of another version of Syrinx.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <source>{0} is too large to be a voice in the making.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/prompts.py"></location>
   <source>A sentence of {0} is there twice.</source>
   <extracomment>{0} = self.language</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/prompts.py"></location>
   <source>The consent of {0} has no place for name and date.</source>
   <extracomment>{0} = self.language</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/prompts.py"></location>
   <source>The sentences of {0} are damaged: install Syrinx again.</source>
   <extracomment>{0} = short</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/prompts.py"></location>
   <source>The sentences of {0} are missing.</source>
   <extracomment>{0} = self.language</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/prompts.py"></location>
   <source>There are no sentences to read in "{0}", only in {1}: speak freely.</source>
   <extracomment>{0} = language, {1} = known</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/prompts.py"></location>
   <source>There is no sentence "{0}".</source>
   <extracomment>{0} = prompt_id</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>A fan or another steady noise is audible: switch it off, or move away from the computer and closer to the microphone.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>A hum of {0} Hz from the mains is audible: move microphone and cable away from power supplies, try another socket, or run a laptop on its battery.</source>
   <extracomment>{0} = hum.mains_hz</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>Choose 44100 or 48000 Hz in the sound settings, if the microphone has it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>High tones are missing, as over Bluetooth or a telephone: a microphone on a cable sounds better.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>It is nearly too loud: turn the microphone down a little.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>Move closer to the microphone, or turn it up a little.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>Move much closer to the microphone, or turn it up.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>Nobody was heard: check that the right microphone is chosen and not muted.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>Noises come and go: close doors and windows, switch off music and television, or wait until it is quieter.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>Somebody spoke during the silence: do the check again and wait quietly.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>That is loud: turn the microphone down a little.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>The microphone runs at telephone quality: choose another one, or 48000 Hz.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <location filename="../../app/clone/takes.py"></location>
   <source>The room echoes: move closer to the microphone, or go to a room with curtains, a carpet or a bed.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room.py"></location>
   <source>Your voice is cut off where it is loud: turn the microphone down.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/take_report.py"></location>
   <source>The stored check of a take is damaged: check the take again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>A hum from the mains is audible: move the microphone and its cable away from power supplies, or run a laptop on its battery.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>High tones are missing: a headset over Bluetooth or a telephone does that; a microphone on a cable sounds better.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>It is rather quiet: a little closer would be better.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>It is too long: make a pause and stop after each sentence.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>It is too loud, the loudest places are cut off: turn the microphone down, or move back a little.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>It is too quiet: move closer to the microphone, or turn it up in the sound settings.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>Nobody can be heard: check that the right microphone is chosen and not muted, then read it again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>Other words were heard than the ones shown: read it again, word by word.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>Some noise is audible: a quieter place would be better.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>That was too long for the text: read only what is shown, and go on without long pauses.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>That was too short for the text: read all of it, not too fast.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>That was very fast: read it more slowly, as if to a friend.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>The beginning is cut off: press the key, wait a moment, then begin to read.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>The end is cut off: wait a moment after the last word, then press the key.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>The room echoes a little: closer would be better.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>The sound card adds a constant voltage; it does no harm here.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>There is hardly any speech in it: press the key, wait a moment, read the whole sentence, wait a moment, press again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>There is too much noise behind the voice: close the window, switch off fans and music, or move closer to the microphone.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>This sounds like another person than the other takes: only one person may read. If it was you, read it again as before.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/takes.py"></location>
   <source>Two people can be heard in it: only one person may speak.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_host.py"></location>
   <source>A voice is being made already: wait for it, or cancel it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_host.py"></location>
   <source>The training process cannot be started ({0}).</source>
   <extracomment>{0} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_host.py"></location>
   <source>{0} again: close other programs, then go on with it.</source>
   <extracomment>{0} = why</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_host.py"></location>
   <source>{0} and goes on from where it was.</source>
   <extracomment>{0} = why</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>A training job has a field of the wrong kind.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>A voice belongs to the person who speaks: their consent is needed.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>Cannot write the training job {0}: {1}.</source>
   <extracomment>{0} = folder, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <location filename="../../app/recordings.py"></location>
   <source>Name at least one recording.</source>
   <translation>请至少指定一段录音。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>The colour of a voice must look like #7a8ca3.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>The consent record of a training job is not one.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>The settings of fine-tuning must be numbers.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>The training job {0} is damaged: make a new one.</source>
   <extracomment>{0} = folder / JOB_FILE</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>There is no training job in {0}, or it is damaged: make a new one.</source>
   <extracomment>{0} = folder</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>This is no state of a training job.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_job.py"></location>
   <source>This voice is being made already, by another window or command.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_process.py"></location>
   <source>This is an error in Syrinx itself ({0}).</source>
   <extracomment>{0} = text</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_soak.py"></location>
   <source>The training ended before the stream: nothing was measured.</source>
   <translation type="unfinished"></translation>
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
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_work.py"></location>
   <location filename="../../app/voices.py"></location>
   <source>There already is a voice "{0}"; choose another name.</source>
   <extracomment>{0} = job.id</extracomment>
   <translation>已有名为“{0}”的声音；请换一个名称。</translation>
  </message>
  <message>
   <location filename="../../app/clone/training_work.py"></location>
   <source>There is not enough memory to make the voice: close other programs and go on with it.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_work.py"></location>
   <source>the voice was not fine-tuned, which needs torch: pip install "syrinx[training]" and enroll it again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_work.py"></location>
   <location filename="../../app/enrolment.py"></location>
   <source>the voice was not fine-tuned: {0}.</source>
   <extracomment>{0} = why</extracomment>
   <translation>声音未微调：{0}。</translation>
  </message>
  <message>
   <location filename="../../app/clone_area.py"></location>
   <source>Clone</source>
   <translation type="unfinished"></translation>
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
   <location filename="../../app/control_area.py"></location>
   <source>Keys</source>
   <translation>按键</translation>
  </message>
  <message>
   <location filename="../../app/control_area.py"></location>
   <source>MIDI</source>
   <translation>MIDI</translation>
  </message>
  <message>
   <location filename="../../app/control_area.py"></location>
   <source>Remote control</source>
   <translation>远程控制</translation>
  </message>
  <message>
   <location filename="../../app/crashes.py"></location>
   <source>Something went wrong inside Syrinx ({0}).</source>
   <extracomment>{0} = kind</extracomment>
   <translation>Syrinx 内部出错（{0}）。</translation>
  </message>
  <message>
   <location filename="../../app/crashes.py"></location>
   <source>Something went wrong inside Syrinx ({0}); details are in {1}.</source>
   <extracomment>{0} = kind, {1} = self._log.path</extracomment>
   <translation>Syrinx 内部出错（{0}）；详情见 {1}。</translation>
  </message>
  <message>
   <location filename="../../app/crashes.py"></location>
   <source>Syrinx ended unexpectedly the last time; the details are in {0}.1. Settings, Diagnostics, has a report for whoever can help.</source>
   <extracomment>{0} = path</extracomment>
   <translation>Syrinx 上次意外退出；详情见 {0}.1。“设置 &gt; 诊断”中有一份报告，可交给能帮忙的人。</translation>
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
   <translation>换了声音。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Callback not called for {0} ms, voice waited {1} ms, slowest block {2} ms, of which {3} ms computing.</source>
   <extracomment>{0} = hiccup.callback_gap_ms, {1} = hiccup.waited_ms, {2} = hiccup.slowest_ms, {3} = hiccup.slowest_cpu_ms</extracomment>
   <translation>回调 {0} ms 未被调用，声音等待 {1} ms，最慢的块 {2} ms，其中计算 {3} ms。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Delay measured: {0} ms, of which the loop {1} ms (spread {2} ms).</source>
   <extracomment>{0} = event.total_ms, {1} = event.measured_ms, {2} = event.spread_ms</extracomment>
   <translation>测得延迟：{0} ms，其中回路 {1} ms（离散 {2} ms）。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Engine ready after {0} s, priority {1}.</source>
   <extracomment>{0} = event.ready_s, {1} = event.priority</extracomment>
   <translation>引擎在 {0} s 后就绪，优先级 {1}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>One block late, {0} ms silent: {1}.</source>
   <extracomment>{0} = missing_ms, {1} = cause</extracomment>
   <translation>1 个块迟到，静音 {0} ms：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Stream started: {0}, {1} Hz, period {2}, priority {3}, {4} ms.</source>
   <extracomment>{0} = event.host_api, {1} = event.sample_rate, {2} = event.period, {3} = event.priority, {4} = event.latency.total_ms</extracomment>
   <translation>音频流已启动：{0}，{1} Hz，周期 {2}，优先级 {3}，{4} ms。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>Stream stopped ({0}).</source>
   <extracomment>{0} = STOPS[event.reason]</extracomment>
   <translation>音频流已停止（{0}）。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>The command {0} failed: {1}.</source>
   <extracomment>{0} = event.command, {1} = event.message.rstrip('.')</extracomment>
   <translation>命令 {0} 失败：{1}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>The delay is {0} ms now.</source>
   <extracomment>{0} = event.latency.total_ms</extracomment>
   <translation>现在的延迟是 {0} ms。</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>a stall was asked for</source>
   <translation>应要求停顿</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>after an error</source>
   <translation>因为出错</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>another program had the processor while the voice was due</source>
   <translation>该处理声音时，处理器被其他程序占用</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>as asked</source>
   <translation>按要求</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>the device is gone</source>
   <translation>设备已断开</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>the engine was busy with something else, such as building a voice</source>
   <translation>引擎正忙于其他事情，例如生成声音</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>the input ended</source>
   <translation>输入已结束</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>the machine stood still: the sound system itself was not served</source>
   <translation>电脑停顿了：连音频系统本身也没有得到处理</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>the voice took longer to compute than there was time</source>
   <translation>声音的计算时间超出了限度</translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>{0} blocks late, {1} ms silent: {2}.</source>
   <extracomment>{0} = hiccup.blocks, {1} = missing_ms, {2} = cause</extracomment>
   <translation>{0} 个块迟到，静音 {1} ms：{2}。</translation>
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
   <source>gain of the clip</source>
   <translation>音频片段的增益</translation>
  </message>
  <message>
   <location filename="../../app/engine/messages.py"></location>
   <location filename="../../app/engine/params.py"></location>
   <source>safety margin</source>
   <translation>安全余量</translation>
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
   <source>"{0}" has channels 1 to {1}: choose one of them, not {2}.</source>
   <extracomment>{0} = name, {1} = most, {2} = input_channel</extracomment>
   <translation>“{0}”有声道 1 到 {1}：请选择其中之一，不能是 {2}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>"{0}" has one channel: choose that, not {1}.</source>
   <extracomment>{0} = name, {1} = input_channel</extracomment>
   <translation>“{0}”只有一个声道：请选择它，不能是 {1}。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <location filename="../../app/engine/pulse.py"></location>
   <source>unknown reason</source>
   <translation>原因未知</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>{0} cannot be opened ({1}): choose other devices.</source>
   <extracomment>{0} = names, {1} = text</extracomment>
   <translation>无法打开 {0}（{1}）：请选择其他设备。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>{0} cannot be opened: in use by another program (perhaps another Syrinx); close that or choose other devices.</source>
   <extracomment>{0} = names</extracomment>
   <translation>无法打开 {0}：正被另一个程序（也许是另一个 Syrinx）占用；请关闭那个程序，或选择其他设备。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>{0} do not take {1} Hz: choose another rate or device.</source>
   <extracomment>{0} = names, {1} = rate</extracomment>
   <translation>{0} 不支持 {1} Hz：请选择其他采样率或设备。</translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>{0} does not take {1} Hz: choose another rate or device.</source>
   <extracomment>{0} = names, {1} = rate</extracomment>
   <translation>{0} 不支持 {1} Hz：请选择其他采样率或设备。</translation>
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
   <source>The network for noise suppression is not installed and is left out; install Syrinx again.</source>
   <translation>没有安装降噪网络，已略过；请重新安装 Syrinx。</translation>
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
   <translation>仿佛你在布置好的房间里说话，而不是对着麦克风。</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_presets.py"></location>
   <source>Close and even, as on the radio: full, dense, not sharp.</source>
   <translation>贴近而平稳，如同电台：饱满、紧实、不刺耳。</translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_presets.py"></location>
   <source>Noise taken out, one loudness, rumble and sharp s sounds lowered.</source>
   <translation>去除噪声，响度一致，减弱低频隆隆声和刺耳的齿音。</translation>
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
   <location filename="../../app/engine/stream.py"></location>
   <source>A recording to "{0}" runs already: stop it first.</source>
   <extracomment>{0} = self.recorder.path</extracomment>
   <translation>已在录制“{0}”：请先停止。</translation>
  </message>
  <message>
   <location filename="../../app/engine/stream.py"></location>
   <location filename="../../app/studio_parts.py"></location>
   <source>Nothing is being recorded: start a recording, then mark.</source>
   <translation>没有在录音：请先开始录音，再添加标记。</translation>
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
   <location filename="../../app/engine/worker.py"></location>
   <source>The voice stopped with an internal error ({0}: {1}).</source>
   <extracomment>{0} = type(error).__name__, {1} = error</extracomment>
   <translation>声音因内部错误而停止（{0}：{1}）。</translation>
  </message>
  <message>
   <location filename="../../app/enrolment.py"></location>
   <source>The recordings give no voice; use cleaner ones.</source>
   <translation>这些录音得不出声音；请使用更干净的录音。</translation>
  </message>
  <message>
   <location filename="../../app/enrolment.py"></location>
   <source>There already is a voice "{0}"; choose another name, or use --replace.</source>
   <extracomment>{0} = taken.id</extracomment>
   <translation>已有名为“{0}”的声音；请换一个名称，或使用 --replace。</translation>
  </message>
  <message>
   <location filename="../../app/enrolment.py"></location>
   <source>no voiced speech was found, so auto pitch does nothing for this voice.</source>
   <translation>没有找到浊音语音，自动音高对这个声音不起作用。</translation>
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
   <source>General</source>
   <translation>常规</translation>
  </message>
  <message>
   <location filename="../../app/live_extras.py"></location>
   <location filename="../../app/views/settings_view.py"></location>
   <source>Settings</source>
   <translation>设置</translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
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
   <source>One preset was damaged and left out.</source>
   <translation>1 个预设已损坏，未载入。</translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>The colour of a preset is written as #rrggbb.</source>
   <translation>预设的颜色写作 #rrggbb。</translation>
  </message>
  <message>
   <location filename="../../app/presets.py"></location>
   <source>The file as it was is {0}.</source>
   <extracomment>{0} = aside.name</extracomment>
   <translation>原来的文件保留为 {0}。</translation>
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
   <extracomment>{0} = aside.name</extracomment>
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
   <source>{0} presets were damaged and left out.</source>
   <extracomment>{0} = damaged</extracomment>
   <translation>{0} 个预设已损坏，未载入。</translation>
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
   <source>{0} cannot be read ({1}).</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation>无法读取 {0}（{1}）。</translation>
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
   <translation>无法使用按键。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys.py"></location>
   <source>Keys work while a Syrinx window is in front.</source>
   <translation>Syrinx 窗口在最前时按键有效。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys.py"></location>
   <source>Keys work while a Syrinx window is in front: on macOS there are no others yet.</source>
   <translation>Syrinx 窗口在最前时按键有效：macOS 上暂无其他方式。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_portal.py"></location>
   <source>Global keys on Wayland need the package jeepney.</source>
   <translation>Wayland 上的全局按键需要软件包 jeepney。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_portal.py"></location>
   <source>There is no session bus to ask the desktop for keys.</source>
   <translation>没有会话总线，无法向桌面请求按键。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_portal.py"></location>
   <source>This desktop has no portal for global keys.</source>
   <translation>此桌面没有用于全局按键的门户。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_portal.py"></location>
   <source>Your desktop asks whether Syrinx may have these keys, and may give it others: its own settings show which.</source>
   <translation>桌面会询问是否允许 Syrinx 使用这些按键，也可能分配其他按键：桌面自己的设置中会显示。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_windows.py"></location>
   <location filename="../../app/services/hotkeys_x11.py"></location>
   <source>Another program has the key {0}.</source>
   <extracomment>{0} = hotkey.chord</extracomment>
   <translation>按键 {0} 已被另一个程序占用。</translation>
  </message>
  <message>
   <location filename="../../app/services/hotkeys_windows.py"></location>
   <location filename="../../app/services/hotkeys_x11.py"></location>
   <source>Keys work everywhere; other programs do not get them while Syrinx runs.</source>
   <translation>按键在任何地方都有效；Syrinx 运行时其他程序收不到它们。</translation>
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
   <location filename="../../app/studio.py"></location>
   <source>There is no {0} in {1}: name a folder of models.</source>
   <extracomment>{0} = INDEX_NAME, {1} = models</extracomment>
   <translation>{1} 中没有 {0}：请指定模型文件夹。</translation>
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
   <translation>音效板的一些音效键已损坏，未载入：请重新添加。</translation>
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
   <source>disk quota exceeded</source>
   <translation>超出磁盘配额</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>file exists</source>
   <translation>文件已存在</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>file name too long</source>
   <translation>文件名过长</translation>
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
   <source>input/output error</source>
   <translation>输入/输出错误</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>invalid argument</source>
   <translation>参数无效</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>is a directory</source>
   <translation>这是文件夹</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>no space left on device</source>
   <translation>设备上没有剩余空间</translation>
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
   <source>no such file or directory</source>
   <translation>没有这个文件或文件夹</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>not a directory</source>
   <translation>不是文件夹</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>operation not permitted</source>
   <translation>不允许此操作</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>permission denied</source>
   <translation>权限不足</translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>read-only file system</source>
   <translation>文件系统只读</translation>
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
   <source>Language</source>
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
   <translation>从 existential.audio/blackhole 下载 BlackHole 2ch（免费），或运行：brew install blackhole-2ch。</translation>
  </message>
  <message>
   <location filename="../../app/virtual_cable.py"></location>
   <source>Download VB-CABLE (free) from vb-audio.com/Cable and unpack it.</source>
   <translation>从 vb-audio.com/Cable 下载 VB-CABLE（免费）并解压。</translation>
  </message>
  <message>
   <location filename="../../app/virtual_cable.py"></location>
   <source>Open the package, follow it, and enter your password when macOS asks.</source>
   <translation>打开安装包并按提示操作，macOS 要求时输入密码。</translation>
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
   <translation>右键点击 VBCABLE_Setup_x64，选择“以管理员身份运行”，然后选择“Install Driver”。</translation>
  </message>
  <message>
   <location filename="../../app/virtual_cable.py"></location>
   <source>macOS asks once whether Syrinx may use the microphone. If you said no, Syrinx hears only silence: open System Settings &gt; Privacy &amp; Security &gt; Microphone, switch Syrinx on (or the Terminal, when you started it there), and start Syrinx again.</source>
   <translation>macOS 只会询问一次是否允许 Syrinx 使用麦克风。如果选择了不允许，Syrinx 只能听到静音：请打开“系统设置 &gt; 隐私与安全性 &gt; 麦克风”，打开 Syrinx（若从终端启动，则打开“终端”）的开关，然后重新启动 Syrinx。</translation>
  </message>
  <message>
   <location filename="../../app/virtual_mic.py"></location>
   <source>No sound server runs: start PipeWire (with pipewire-pulse) or PulseAudio.</source>
   <translation>没有声音服务器在运行：请启动 PipeWire（含 pipewire-pulse）或 PulseAudio。</translation>
  </message>
  <message>
   <location filename="../../app/virtual_mic.py"></location>
   <source>The sound server does not make the virtual microphone ({0}): update PipeWire or PulseAudio, or restart it.</source>
   <extracomment>{0} = words[0]</extracomment>
   <translation>声音服务器没有建立虚拟麦克风（{0}）：请更新 PipeWire 或 PulseAudio，或将其重启。</translation>
  </message>
  <message>
   <location filename="../../app/virtual_mic.py"></location>
   <source>Windows and macOS need a virtual cable, which you install once.</source>
   <translation>Windows 和 macOS 需要虚拟音频线，安装一次即可。</translation>
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
   <source>The index ratio must lie between 0 and 1, not {0}.</source>
   <extracomment>{0} = ratio</extracomment>
   <translation>检索比例必须在 0 到 1 之间，不能是 {0}。</translation>
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
   <location filename="../../neural/runtime/timbre.py"></location>
   <source>The voice is damaged: a voice has {0} finite numbers that are not all zero, this one an array of shape {1}; enrol or import it again.</source>
   <extracomment>{0} = EMBEDDING_SIZE, {1} = vector.shape</extracomment>
   <translation>声音已损坏：声音应有 {0} 个不全为零的有限数值，而它是形状为 {1} 的数组；请重新登记或导入。</translation>
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
   <location filename="../../training/data.py"></location>
   <source>No speech cache in {0}: run `syrinx train prepare` first.</source>
   <extracomment>{0} = cache</extracomment>
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
 </context>
</TS>
