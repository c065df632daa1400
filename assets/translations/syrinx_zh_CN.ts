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
   <extracomment>{0} = self.root, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/project.py"></location>
   <location filename="../../app/voice_model.py"></location>
   <source>{0} cannot be the id of a voice.</source>
   <extracomment>{0} = self.id</extracomment>
   <translation type="unfinished"></translation>
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
   <location filename="../../app/clone/room_summary.py"></location>
   <source>Clipping</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>Echo</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>High tones</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>Hum</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>Level</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>Noise</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>Sample rate</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>dies away in {0} s</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>none</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>up to {0} kHz</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/room_summary.py"></location>
   <source>{0} dB below your voice</source>
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
   <source>The training process stopped unexpectedly (exit code {0}) again: close other programs, then go on with it.</source>
   <extracomment>{0} = code</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone/training_host.py"></location>
   <source>The training process stopped unexpectedly (exit code {0}) and goes on from where it was.</source>
   <extracomment>{0} = code</extracomment>
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
   <translation type="unfinished"></translation>
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
   <translation type="unfinished"></translation>
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
   <translation type="unfinished"></translation>
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
   <source>the voice was not fine-tuned: {0}</source>
   <extracomment>{0} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/clone_area.py"></location>
   <source>Clone</source>
   <translation type="unfinished"></translation>
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
   <location filename="../../app/consent.py"></location>
   <source>its consent record is damaged.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>its consent record is incomplete.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>the speaker's name</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>the statement</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>{0} agreed on {1} by reading a statement aloud ({2} s, kept with the voice)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>{0} agreed on {1} by reading a statement aloud ({2} s, kept with the voice; what was read differs from the statement)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>{0} agreed on {1} by reading a statement aloud ({2} s, kept with the voice; what was read matches the statement)</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/consent.py"></location>
   <source>{0} agreed, as was stated on the command line on {1}</source>
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
   <location filename="../../app/doctor.py"></location>
   <source>Qt cannot start: {0}</source>
   <extracomment>{0} = lines[-1]</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/doctor.py"></location>
   <source>{0} Files can be converted without one.</source>
   <extracomment>{0} = NO_DEVICES</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/doctor.py"></location>
   <source>{0} cannot be written: {1}</source>
   <extracomment>{0} = folder, {1} = reason(error)</extracomment>
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
   <location filename="../../app/engine/builder.py"></location>
   <source>There is nothing to morph into: {0}</source>
   <extracomment>{0} = error</extracomment>
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
   <location filename="../../app/viewmodels/pads.py"></location>
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
   <location filename="../../app/engine/control.py"></location>
   <source>change the voice</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>mark</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>measure</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>play</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <location filename="../../app/files.py"></location>
   <source>record</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/control.py"></location>
   <source>stall</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>No sound device was found: plug one in or start a sound server (PipeWire, PulseAudio or JACK), then refresh the list.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>None of the sound devices has an input: plug one in and refresh.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>None of the sound devices has an output: plug one in and refresh.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>Several input devices match "{0}": write one of {1}.</source>
   <extracomment>{0} = wanted, {1} = several</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>Several output devices match "{0}": write one of {1}.</source>
   <extracomment>{0} = wanted, {1} = several</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>The PortAudio library is missing: install it (Debian and Ubuntu: `sudo apt install libportaudio2`) and start Syrinx again.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>There is no input device "{0}"; there is {1}.</source>
   <extracomment>{0} = wanted, {1} = ', '.join((f'"{name}"' for name in near))</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/device.py"></location>
   <source>There is no output device "{0}"; there is {1}.</source>
   <extracomment>{0} = wanted, {1} = ', '.join((f'"{name}"' for name in near))</extracomment>
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
   <location filename="../../app/engine/dummy_jack.py"></location>
   <source>jackd is not installed: `sudo apt install jackd2`, or name a device instead.</source>
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
   <source>{0} blocks late, {1} ms silent: a stall was asked for.</source>
   <extracomment>{0} = hiccup.blocks, {1} = hiccup.missing_ms</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>{0} blocks late, {1} ms silent: another program had the processor while the voice was due.</source>
   <extracomment>{0} = hiccup.blocks, {1} = hiccup.missing_ms</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>{0} blocks late, {1} ms silent: the engine was busy with something else, such as building a voice.</source>
   <extracomment>{0} = hiccup.blocks, {1} = hiccup.missing_ms</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>{0} blocks late, {1} ms silent: the machine stood still: the sound system itself was not served.</source>
   <extracomment>{0} = hiccup.blocks, {1} = hiccup.missing_ms</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/event_text.py"></location>
   <source>{0} blocks late, {1} ms silent: the voice took longer to compute than there was time.</source>
   <extracomment>{0} = hiccup.blocks, {1} = hiccup.missing_ms</extracomment>
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
   <source>The audio engine did not answer any more</source>
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
   <source>The audio engine stopped unexpectedly (exit code {0})</source>
   <extracomment>{0} = code</extracomment>
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
   <location filename="../../app/engine/messages.py"></location>
   <source>gain of the clip</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/messages.py"></location>
   <location filename="../../app/engine/params.py"></location>
   <source>safety margin</source>
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
   <source>The fine-tuning of the voice "{0}" was made for another decoder and is left out; enrol it again to have it.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/neural_parts.py"></location>
   <source>The fine-tuning of the voice "{0}" was made for another decoder and is left out; update Syrinx.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/neural_parts.py"></location>
   <source>The likeness of the voice "{0}" was made for another content encoder and is left out; enrol it again to have it.</source>
   <extracomment>{0} = voice.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/neural_parts.py"></location>
   <source>The likeness of the voice "{0}" was made for another content encoder and is left out; update Syrinx.</source>
   <extracomment>{0} = voice.name</extracomment>
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
   <location filename="../../app/engine/params.py"></location>
   <source>breathiness</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>formant shift</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>gate threshold</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>index ratio</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>input gain</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>intonation</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>median F0</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>output gain</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>period</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>pitch</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>pitch lock</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>sample rate</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>share of the changed voice</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>share of the second voice</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/params.py"></location>
   <source>time of the morph</source>
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
   <source>"{0}" has channels 1 to {1}: choose one of them, not {2}.</source>
   <extracomment>{0} = name, {1} = most, {2} = input_channel</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>"{0}" has one channel: choose one of them, not {1}.</source>
   <extracomment>{0} = name, {1} = input_channel</extracomment>
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
   <source>{0} cannot be opened: another program (perhaps another Syrinx) has it; close it or choose other devices.</source>
   <extracomment>{0} = names</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>{0} cannot be opened: another program (perhaps another Syrinx) has them; close it or choose other devices.</source>
   <extracomment>{0} = names</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>{0} do not take {1} Hz: choose another rate or device.</source>
   <extracomment>{0} = names, {1} = rate</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/portaudio_modes.py"></location>
   <source>{0} does not take {1} Hz: choose another rate or device.</source>
   <extracomment>{0} = names, {1} = rate</extracomment>
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
   <source>Automatic level</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack.py"></location>
   <source>Effects</source>
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
   <location filename="../../app/engine/rack_params.py"></location>
   <source>amount of the equaliser</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>attack of the compressor</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>band of the de-esser</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>boost of the automatic level</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>ceiling of the limiter</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>damping of the room</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>gain of the {0} band</source>
   <extracomment>{0} = name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>knee of the compressor</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>low cut</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>make-up of the compressor</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>mix of the reverb</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>pause of the feedback guard</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>probability that opens the gate</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>range of the de-esser</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>ratio of the compressor</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>release of the compressor</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>sensitivity of the feedback guard</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>size of the room</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>strength of the noise suppression</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>target of the automatic level</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>threshold of the compressor</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>threshold of the de-esser</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/rack_params.py"></location>
   <source>{0} band</source>
   <extracomment>{0} = name</extracomment>
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
   <source>The recording "{0}" ended early ({1}): check the disk; the first {2} s are kept.</source>
   <extracomment>{0} = self.path, {1} = _reason(problem), {2} = self.seconds</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/recorder.py"></location>
   <source>The recording "{0}" ended early ({1}): make room on the disk; the first {2} s are kept.</source>
   <extracomment>{0} = self.path, {1} = _reason(problem), {2} = self.seconds</extracomment>
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
   <source>The recording ended early, as its file was taken away: the first {0} s were saved again as "{1}".</source>
   <extracomment>{0} = self.seconds, {1} = self.path</extracomment>
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
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Formant shift</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Gain</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Gate</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>High-pass</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Input check</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Limiter</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Mark</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Network</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/stage_meter.py"></location>
   <source>Noise suppression</source>
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
   <source>Your microphone hears the loudspeaker and began to howl: the output rests for {0} s and is then tried again. Use headphones, or turn the loudspeaker down.</source>
   <extracomment>{0} = report.muted_s</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/engine/stream.py"></location>
   <source>Your microphone hears the loudspeaker and sends it round again: the output rests for {0} s and is then tried again. Use headphones, or turn the loudspeaker down.</source>
   <extracomment>{0} = report.muted_s</extracomment>
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
   <source>The recordings give no voice; use cleaner ones.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/enrolment.py"></location>
   <source>There already is a voice "{0}"; choose another name, or use --replace.</source>
   <extracomment>{0} = taken.id</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/enrolment.py"></location>
   <source>no voiced speech was found, so auto pitch does nothing for this voice.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/enrolment.py"></location>
   <source>{0} sounds like another person than the other recordings.</source>
   <extracomment>{0} = name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/files.py"></location>
   <location filename="../../app/viewmodels/pads.py"></location>
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
   <source>the file was cut short, after {0} s.</source>
   <extracomment>{0} = reader.frames_read / rate</extracomment>
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
   <source>no voiced speech was found, so the pitch was not shifted.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
   <source>the file ends early, after {0} s.</source>
   <extracomment>{0} = reader.frames_read / rate_in</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/offline.py"></location>
   <source>the file was cut short; the {0} s that are there were converted.</source>
   <extracomment>{0} = reader.seconds</extracomment>
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
   <location filename="../../app/presets.py"></location>
   <source>the file as it was is {0}.</source>
   <extracomment>{0} = aside.name</extracomment>
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
   <source>only {0} s of speech; with {1} s the voice is closer.</source>
   <extracomment>{0} = speech_s, {1} = GOOD_SPEECH_S</extracomment>
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
   <location filename="../../app/report.py"></location>
   <source>declared {0} ms: {1}</source>
   <extracomment>{0} = latency.total_ms, {1} = _parts(latency.parts)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/report.py"></location>
   <source>features with settings: {0}</source>
   <extracomment>{0} = ', '.join(sorted(settings.extra)) or 'none'</extracomment>
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
   <source>The settings file {0} was damaged; it was kept as {1} and the defaults are used.</source>
   <extracomment>{0} = path, {1} = kept.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/settings.py"></location>
   <source>The settings file {0} was damaged; the defaults are used.</source>
   <extracomment>{0} = path</extracomment>
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
   <location filename="../../app/texts.py"></location>
   <source>"{0}" and "{1}"</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>blocks of 10 ms</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>buffer</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>connection refused</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>device or resource busy</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>directory not empty</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>disk quota exceeded</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>file exists</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>file name too long</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>gate</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>input device</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>input/output error</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>is a directory</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>limiter</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>network</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>no connection</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>no sound moved</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>no space left on device</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>no such file or directory</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>noise suppression</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>not a directory</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>operation not permitted</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>output device</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>permission denied</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>read-only file system</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>reinstall syrinx</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>remove {0} to have the shipped models back</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>resampling</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>the address is protected</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>the bound address is already in use</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>the disk is too slow</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>too many open files</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>unknown reason</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/texts.py"></location>
   <source>voice: {0}</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/actions.py"></location>
   <source>The action "{0}" needs a number.</source>
   <extracomment>{0} = action.id</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/actions.py"></location>
   <source>The action "{0}" needs a text.</source>
   <extracomment>{0} = action.id</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/actions.py"></location>
   <source>There is no action "{0}".</source>
   <extracomment>{0} = str(action_id)[:60]</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/clone_training.py"></location>
   <source>The statement of consent must be recorded first.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/diagnostics.py"></location>
   <source>{0}; the window was busy then.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Nothing runs that could be recorded: start the voice first.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>Push-to-talk is off: switch it on beside the mute button.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>The list of voices is empty: take the search away.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>There is no audio device to start with.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/live_actions.py"></location>
   <source>There is no voice "{0}".</source>
   <extracomment>{0} = text[:60]</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/pads.py"></location>
   <source>A pad of the soundboard has a value of the wrong kind.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/pads.py"></location>
   <source>The pad "{0}" has a value that cannot be.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/pads.py"></location>
   <source>The pad "{0}" has no file of the soundboard.</source>
   <extracomment>{0} = self.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/pads.py"></location>
   <source>There is such a pad already.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/presets.py"></location>
   <source>There are no presets yet.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/presets.py"></location>
   <source>There is no preset "{0}".</source>
   <extracomment>{0} = text[:MAX_NAME]</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote_desk.py"></location>
   <source>"set" needs a "name" and a "value", or an object "values".</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote_desk.py"></location>
   <source>"topics" is a list of some of: {0}.</source>
   <extracomment>{0} = ', '.join(TOPICS)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote_desk.py"></location>
   <source>"{0}" lasts while it is held: use "press" and "release".</source>
   <extracomment>{0} = name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote_desk.py"></location>
   <source>A knob is turned by a number.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote_desk.py"></location>
   <source>A message needs an "op", one of: {0}.</source>
   <extracomment>{0} = known</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote_desk.py"></location>
   <source>An argument is a text or a number.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote_desk.py"></location>
   <source>The message needs a number "{0}".</source>
   <extracomment>{0} = name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote_desk.py"></location>
   <source>The message needs a text "{0}".</source>
   <extracomment>{0} = name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote_desk.py"></location>
   <source>The value is out of its range.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote_desk.py"></location>
   <source>There is no such action.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote_desk.py"></location>
   <source>There is no such address.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote_desk.py"></location>
   <source>There is no such knob; there are: {0}.</source>
   <extracomment>{0} = ', '.join(self._knobs)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote_desk.py"></location>
   <source>{0} cannot be set from here.</source>
   <extracomment>{0} = forbidden[0]</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote_desk.py"></location>
   <source>{0} is no parameter, or the value does not fit it.</source>
   <extracomment>{0} = problems[0]</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/remote_desk.py"></location>
   <source>{0} lies between {1} and {2}.</source>
   <extracomment>{0} = knob.title, {1} = knob.low, {2} = knob.high</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/sound_export.py"></location>
   <source>There is no sound to save yet: press Start and speak.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/soundboard.py"></location>
   <source>The soundboard has {0} pads, and not one at {1}.</source>
   <extracomment>{0} = len(self.pads), {1} = place</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/takes.py"></location>
   <source>"{0}" cannot be the name of a file: leave out / \ : * ? " &lt; &gt; |.</source>
   <extracomment>{0} = name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/takes.py"></location>
   <source>There is a file "{0}" already: choose another name.</source>
   <extracomment>{0} = target.name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/takes.py"></location>
   <source>{0} cannot be renamed: {1}.</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/viewmodels/voice_facts.py"></location>
   <source>{sentence}.</source>
   <translation type="unfinished"></translation>
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
   <location filename="../../app/views/pictures.py"></location>
   <source>Cannot read {0}.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/pictures.py"></location>
   <source>{0} cannot be made small enough; use another picture.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/pictures.py"></location>
   <source>{0} is not a picture file, or is over {1} MB.</source>
   <extracomment>{0} = path, {1} = MAX_FILE / 1000000.0</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/views/pictures.py"></location>
   <source>{0} is not a picture that Syrinx can read; use PNG or JPEG.</source>
   <extracomment>{0} = path</extracomment>
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
   <location filename="../../app/virtual_cable.py"></location>
   <source>macOS asks once whether Syrinx may use the microphone. If you said no, Syrinx hears only silence: open System Settings &gt; Privacy &amp; Security &gt; Microphone, switch Syrinx on (or the Terminal, when you started it there), and start Syrinx again.</source>
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
   <location filename="../../app/virtual_mic.py"></location>
   <source>pactl is missing: install pulseaudio-utils (Debian and Ubuntu: `sudo apt install pulseaudio-utils`).</source>
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
   <location filename="../../app/voice_adapter.py"></location>
   <source>its adapter is cut short.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_adapter.py"></location>
   <source>its adapter is damaged.</source>
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
   <source>The consent recording has {0} MB; {1} MB is the most.</source>
   <extracomment>{0} = len(data) / 1000000.0, {1} = MAX_BYTES[name] / 1000000.0</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The consent recording is not a FLAC file.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The consent recording is not a JPEG file.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The consent recording is not a PNG file.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The consent recording {0} cannot be read: {1}.</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The consent recording {0} was altered or cut short.</source>
   <extracomment>{0} = path</extracomment>
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
   <source>The picture has {0} MB; {1} MB is the most.</source>
   <extracomment>{0} = len(data) / 1000000.0, {1} = MAX_BYTES[name] / 1000000.0</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The picture is not a FLAC file.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The picture is not a JPEG file.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The picture is not a PNG file.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The picture {0} cannot be read: {1}.</source>
   <extracomment>{0} = path, {1} = reason(error)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>The picture {0} was altered or cut short.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>There is no picture file {0}.</source>
   <extracomment>{0} = path</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_attachments.py"></location>
   <source>its list of files is damaged.</source>
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
   <location filename="../../app/voice_bank.py"></location>
   <source>its bank is cut short.</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_bank.py"></location>
   <source>its bank is damaged.</source>
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
   <source>its files are not those that its profile names.</source>
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
   <location filename="../../app/voice_exchange.py"></location>
   <source>{0} was refused: {1}.</source>
   <extracomment>{0} = path, {1} = _small(str(error)).rstrip('.')</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voice_files.py"></location>
   <source>The voice profile {0} cannot be used: {1}.</source>
   <extracomment>{0} = source, {1} = why</extracomment>
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
   <location filename="../../app/voice_model.py"></location>
   <source>speaker</source>
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
   <source>There is no voice "{0}"; did you mean {1}?</source>
   <extracomment>{0} = id_or_name, {1} = ' or '.join(hint)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>There is no voice "{0}"; see: syrinx voices.</source>
   <extracomment>{0} = id_or_name</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>changed</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>measured</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>renamed</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>restored</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../app/voices.py"></location>
   <source>tagged</source>
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
   <source>Resampling {0} Hz to {1} Hz needs a delay of at least {2} samples, not {3}.</source>
   <extracomment>{0} = rate_in, {1} = rate_out, {2} = float(shortest), {3} = float(latency)</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../dsp/resample.py"></location>
   <source>Resampling {0} Hz to {1} Hz needs a delay of {2} samples, not {3}.</source>
   <extracomment>{0} = rate_in, {1} = rate_out, {2} = float(shortest), {3} = float(latency)</extracomment>
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
   <location filename="../../training/augment_batch.py"></location>
   <source>babble_share and recorded_share must not be over 1 together.</source>
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
   <extracomment>{0} = folder</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/data.py"></location>
   <source>There is no manifest.tsv in {0}: name the speech folder.</source>
   <extracomment>{0} = speech</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/data.py"></location>
   <source>espeak-ng is needed for phone labels: install the package espeak-ng.</source>
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
   <location filename="../../training/fit.py"></location>
   <source>The weights {0} cannot be used: {1}</source>
   <extracomment>{0} = path, {1} = error</extracomment>
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
   <location filename="../../training/torchaudio_seam.py"></location>
   <source>torchaudio does not fit torch {0} ({1}): reinstall the pair with pip install "syrinx[training]".</source>
   <extracomment>{0} = torch.__version__, {1} = error</extracomment>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/torchaudio_seam.py"></location>
   <source>torchaudio is not installed: pip install "syrinx[training]".</source>
   <translation type="unfinished"></translation>
  </message>
  <message>
   <location filename="../../training/torchaudio_seam.py"></location>
   <source>torchaudio's {0} needs its compiled extension, which this build of torch cannot load.</source>
   <extracomment>{0} = function.__name__</extracomment>
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
